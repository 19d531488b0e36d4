"""An ordinary member of the demo: in three circles, following three themes; and a question that
twenty people answered."""

from dataclasses import dataclass
from itertools import cycle, islice

from django.conf import settings
from django.db.models import Count
from django.test import Client
from django.urls import reverse

from leerkring.exchange.posts.models import Post
from leerkring.exchange.questions.actions import Asked, ask
from leerkring.exchange.questions.answering_actions import answer
from leerkring.foundation.remarks.actions import remark_on, thank
from leerkring.foundation.remarks.registry import remarkable
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.entry_actions import join
from leerkring.network.circles.models import Circle, Joining
from leerkring.network.people.models import Person
from leerkring.network.profiles.actions import keep_profile
from leerkring.network.profiles.models import Profile
from leerkring.network.themes.models import Theme
from leerkring.site.demo.platform.texts import inquiries

ANSWERS, CIRCLES, THEMES, TALKED_UNDER = 20, 3, 3, 6
NAME = "Jorinde Wielsma"


@dataclass(frozen=True)
class Ways:
    """Addresses of what this member opens, and the cookies with which they are signed in."""

    cookies: dict[str, str]
    theme: str
    question: str
    remark: str
    query: str = "/zoeken/?q="
    home: str = "/"
    directory: str = "/deelnemers/"


def settle() -> Ways:
    """Somebody who does what many do; the question is theirs."""
    member = Person.objects.create_user("jorinde@voorbeeld.invalid", NAME)
    busiest = Theme.objects.current().annotate(n=Count("posts", distinct=True)).order_by("-n", "pk")
    themes = list(busiest[:THEMES])
    keep_profile(member, name=NAME, position="Wijkteammedewerker", themes=themes)
    for circle in Circle.objects.living().filter(joining=Joining.FREE).order_by("pk")[:CIRCLES]:
        join(circle, person=member, agreed=True)
    blog = Post.objects.public().filter(kind="blog").exclude(author=None).order_by("pk")[0]
    return Ways(
        cookies=signed_in(member),
        theme=themes[0].get_absolute_url(),
        question=_asked(member, themes[:1]),
        remark=reverse("remarks:add", args=["posts.post", blog.pk]),
    )


def signed_in(person: Person) -> dict[str, str]:
    client = Client()
    client.force_login(person, backend=settings.AUTHENTICATION_BACKENDS[0])
    client.get(reverse("profiles:own"), headers={"host": "127.0.0.1"})  # a form sets the other
    return {name: morsel.value for name, morsel in client.cookies.items()}


def _asked(member: Person, themes: list[Theme]) -> str:
    """The address of a question with twenty answers, each with thanks, some with talk below."""
    told = [said.text for one in inquiries() for said in one.answers]
    asked = Asked("Hoe doen jullie dat met een overdracht?", told[0], themes, Audience.PUBLIC.value)
    question = ask(asked, by=member)
    entry = remarkable("questions.answer")
    assert entry is not None  # its room is installed
    profiles = Profile.objects.exclude(person=member).select_related("person").order_by("pk")
    people = [profile.person for profile in profiles[: ANSWERS + TALKED_UNDER]]
    texts = islice(cycle(told), ANSWERS)
    for number, (person, text) in enumerate(zip(people, texts, strict=False)):
        row = answer(question, text=text, by=person)
        for other in people[-1 - number % 3 :]:
            thank(row, by=other)
        if number % 3 == 0:
            remark_on(row, entry, text="Dat herkennen wij. Dank je.", by=people[-1])
    return question.get_absolute_url()
