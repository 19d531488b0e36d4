"""How loud a circle is for somebody holds for whatever is written in it, whoever may read it."""

from collections.abc import Callable

import pytest
from django.utils import timezone

from leerkring.exchange.posts.models import Post
from leerkring.exchange.posts.tasks import run_due
from leerkring.foundation.notifications.frequency import Frequency, Loudness
from leerkring.foundation.notifications.models import Delivery, Notice, Preference
from leerkring.foundation.notifications.preference_actions import set_loudness
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.network.themes.actions import add_theme, follow
from leerkring.network.themes.models import Theme

pytestmark = pytest.mark.django_db
Posted = Callable[..., Post]
IN_CIRCLE, IN_THEME = "posts.new_in_circle", "posts.new_in_theme"


@pytest.fixture
def theme(member: Person) -> Theme:
    """That the member follows, too."""
    made = add_theme("Hechting", by=None)
    follow(made, person=member)
    return made


def heard(person: Person) -> list[tuple[str, bool, str]]:
    """(event, on the site, frequency by mail) of everything this person was told."""
    run_due(timezone.now())
    mails = dict(Delivery.objects.filter(person=person).values_list("notice", "frequency"))
    rows = Notice.objects.filter(person=person).select_related("occasion").order_by("pk")
    return [(n.occasion.event, n.is_on_site, mails.get(n.pk, "nooit")) for n in rows]


@pytest.mark.parametrize("audience", Audience)
@pytest.mark.parametrize(
    ("loudness", "hears"),
    [
        (Loudness.SILENT, []),
        (Loudness.NORMAL, [(IN_CIRCLE, True, Frequency.WEEKLY)]),
        (Loudness.ALL, [(IN_CIRCLE, True, Frequency.DIRECT)]),
    ],
)
def test_a_circle_is_as_loud_as_its_member_chose_for_every_audience(
    posted: Posted,
    circle: Circle,
    member: Person,
    theme: Theme,
    audience: Audience,
    loudness: Loudness,
    hears: list[tuple[str, bool, str]],
) -> None:
    set_loudness(member, circle.pk, loudness)
    posted(audience=audience, circle=circle.pk, themes=(theme.pk,))
    assert heard(member) == hears


@pytest.mark.parametrize("loudness", [Loudness.NORMAL, Loudness.SILENT])
def test_who_wants_no_news_of_circles_hears_of_a_theme_unless_the_circle_is_silent(
    posted: Posted, circle: Circle, member: Person, theme: Theme, loudness: Loudness
) -> None:
    Preference.objects.create(person=member, event=IN_CIRCLE, site=False, mail="nooit")
    set_loudness(member, circle.pk, loudness)
    posted(circle=circle.pk, themes=(theme.pk,))
    silent = loudness is Loudness.SILENT
    assert heard(member) == ([] if silent else [(IN_THEME, True, Frequency.WEEKLY)])


def test_a_circle_that_is_made_silent_takes_back_the_mail_that_waits(
    posted: Posted, circle: Circle, member: Person
) -> None:
    posted(circle=circle.pk)
    run_due(timezone.now())
    set_loudness(member, circle.pk, Loudness.SILENT)
    assert not Delivery.objects.waiting().filter(person=member).exists()
