"""The platform of the demo: who is there, in which circles, and what they told each other."""

from datetime import date

from leerkring.foundation.moderation.actions import flag
from leerkring.foundation.moderation.models import Flag
from leerkring.foundation.moderation.registry import flaggable
from leerkring.foundation.search.actions import index_many
from leerkring.network.circles.entry_actions import ask_to_join
from leerkring.network.circles.models import Circle, Membership
from leerkring.network.people.models import Person
from leerkring.network.people.slugs import slug_of
from leerkring.network.profiles.models import Profile
from leerkring.network.themes.actions import add_starters
from leerkring.network.themes.models import Theme
from leerkring.network.themes.starter import STARTER_THEMES
from leerkring.site.demo.platform.cast import DOMAIN
from leerkring.site.demo.platform.circles_building import start_circles
from leerkring.site.demo.platform.people_building import add_people
from leerkring.site.demo.platform.posts_building import Post, bring_out
from leerkring.site.demo.platform.questions_building import Question, ask_all
from leerkring.site.demo.platform.talk_building import Talk, talk_below
from leerkring.site.demo.platform.texts import inquiries, pieces

FLAGGED = "geen-crisis"
CONCERN = (
    "Er staat een andere naam, maar met de galerij en de meubels erbij weet iedereen in onze flat "
    "over wie dit gaat."
)
MOTIVATION = (
    "Ik woon sinds vorig jaar in de Oleanderstraat en kreeg hulp toen mijn moeder viel. Sommige "
    "dingen gingen goed en sommige niet, en dat wil ik graag eens rustig vertellen."
)


def build_platform(cast: dict[str, Person], today: date) -> None:
    """Fill the platform, unless that was done. `cast`: the members of the cast by key.

    Everything counts back from `today`. Whoever calls it holds the transaction.
    """
    if Person.objects.filter(email__endswith=f"@{DOMAIN}").exists():
        return
    add_starters(STARTER_THEMES)
    themes = {slug_of(theme.name): theme for theme in Theme.objects.current()}
    people = add_people(cast, themes, today)
    circles = start_circles(people, themes, today)
    posts = bring_out(people, themes, circles, today)
    questions = ask_all(people, themes, today)
    _talk(posts, questions, people, today)
    index_many(Profile.objects.with_work())
    index_many(circles.values())
    index_many(questions.values())
    _leave_something_to_do(posts, circles, people)


def _talk(
    posts: dict[str, Post], questions: dict[str, Question], people: dict[str, Person], today: date
) -> None:
    everybody = sorted(people.values(), key=lambda person: person.pk)
    inside: dict[int, list[Person]] = {}
    for membership in Membership.objects.select_related("person").order_by("pk"):
        inside.setdefault(membership.circle_id, []).append(membership.person)
    talks = []
    for piece in pieces():
        row = posts[piece.key]
        among = everybody if piece.audience != "kring" else inside[row.circle_id or 0]
        readers = [person for person in among if person.pk != row.author_id]
        talks.append(Talk(row, piece.key, piece.days, piece.remarks, piece.thanks, readers))
    for inquiry in inquiries():
        asked = questions[inquiry.key]
        readers = [person for person in everybody if person.pk != asked.author_id]
        talks.append(Talk(asked, inquiry.key, inquiry.days, (), inquiry.thanks, readers))
    talk_below(talks, people, today)


def _leave_something_to_do(
    posts: dict[str, Post], circles: dict[str, Circle], people: dict[str, Person]
) -> None:
    """A flag and a request to join wait for the coordinator."""
    entry = flaggable("posts.post")
    assert entry is not None  # its room is installed
    reason = Flag.Reason.PRIVACY
    flag(posts[FLAGGED], entry, reason=reason, text=CONCERN, by=people["gerda"])
    asker = people["najat"]
    ask_to_join(circles["panel-bloemhof"], person=asker, motivation=MOTIVATION, agreed=True)
