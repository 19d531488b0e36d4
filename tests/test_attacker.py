"""Somebody who gets hold of all that the cast can see, adds it up, and finds nobody.

Two closed rounds with teams around the smallest group, people who came and left and who let
themselves be compared, and a third round that is open. The attacker reads the bytes of every page
and file, knows which people are behind each figure, and solves the system. What is not linear
(verdicts, margins, chances, bounds) is named in `attacking/reading.py`.
"""

import random
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.conf import settings
from django.db import transaction
from pytest_django import DjangoDbBlocker

from leerkring.practice.scans.ledger.released import about
from leerkring.practice.scans.models import Response
from leerkring.practice.scans.tests.attacker import isolates
from tests.attacking.adding_up import Seen, as_sums, counts_hidden, hidden_in, singled_out
from tests.attacking.crowd import OPEN, SILENT, UNITS, Crowd, build_crowd
from tests.attacking.looking import NOT_ASKED, TELLING, Look, addresses, look_round
from tests.attacking.reading import CHANGE, COUNT, GOING, MEAN, TOTAL, Figure, of_page, suspicious
from tests.test_access import TABLE

pytestmark = pytest.mark.django_db
K_TEAM, K_PUBLIC = 5, 10


@pytest.fixture(scope="module")
def crowd(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[Crowd]:
    with django_db_blocker.unblock(), transaction.atomic():
        yield build_crowd()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def looks(crowd: Crowd) -> list[Look]:
    """All that the cast gets, asked for once; nothing is left behind."""
    with transaction.atomic():
        found = look_round(crowd)
        transaction.set_rollback(True)
    return found


@pytest.fixture
def seen(looks: list[Look]) -> list[Seen]:
    """What all of them together know."""
    return seen_in(looks)


def seen_in(looks: list[Look]) -> list[Seen]:
    return [(look.place, f) for look in looks if look.place is not None for f in look.figures]


def test_the_crowd_is_what_is_stored(crowd: Crowd) -> None:
    assert (settings.K_TEAM, settings.K_PUBLIC) == (K_TEAM, K_PUBLIC)
    for (place, team), number in crowd.answered.items():
        stored = Response.objects.filter(round=crowd.programmes[place].round, team__name=team)
        assert stored.count() == number


def test_every_address_that_tells_of_answers_is_asked(crowd: Crowd) -> None:
    asked = {name for name, *_ in addresses(crowd)} | NOT_ASKED
    telling = {row.name for row in TABLE if row.method == "GET" and "200" in row.gets}
    assert {name for name in telling if name.startswith(TELLING)} - asked == set()


def test_the_attacker_reads_what_is_there(crowd: Crowd, looks: list[Look]) -> None:
    """So that nobody is safe because nothing was read."""
    read = Counter[tuple[str, str]]()
    for look in looks:
        read.update((look.name, figure.kind) for figure in look.figures)
    least = {
        ("city", MEAN): 300,
        ("team", MEAN): 150,
        ("team", CHANGE): 8,
        ("team", COUNT): 8,
        ("session", MEAN): 40,
        ("newspapers:paper", MEAN): 30,
        ("newspapers:pdf", MEAN): 30,
        ("newspapers:proof", MEAN): 6,
        ("newspapers:desk", MEAN): 6,
        ("export csv", MEAN): 150,
        ("export xlsx", MEAN): 150,
        ("export csv-excel", MEAN): 150,
        ("export csv", COUNT): 100,
        ("programmes:round", GOING): 4,
    }
    assert {what: read[what] for what, number in least.items() if read[what] < number} == {}
    assert {look.who for look in looks if look.name == "mail"} >= {"professional"}
    assert all(f.unit in UNITS for look in looks for f in look.figures if f.kind != TOTAL)
    assert all(look.place is not None for look in looks if look.figures)


def test_nobody_else_says_how_many_answered(looks: list[Look]) -> None:
    """Pages, mails and lists from which no figure is read have none to read."""
    unread = [look for look in looks if not look.figures]
    assert [(look.who, look.name, found) for look in unread if (found := look.suspects)] == []


def test_all_members_together_single_out_fewer_than_five_nowhere(
    crowd: Crowd, seen: list[Seen]
) -> None:
    assert singled_out(as_sums(crowd, seen), K_TEAM) == set()


def test_a_visitor_singles_out_fewer_than_ten_nowhere(crowd: Crowd, looks: list[Look]) -> None:
    for readers in ({"visitor"}, {"visitor", "adviser"}):  # an adviser gets what is for everyone
        public = seen_in([look for look in looks if look.who in readers])
        assert len(set(public)) >= (3 if len(readers) == 1 else 60)
        assert singled_out(as_sums(crowd, public), K_PUBLIC) == set()


def test_counts_add_up_to_nothing_about_a_hidden_team(crowd: Crowd, seen: list[Seen]) -> None:
    sums = as_sums(crowd, seen)
    for place in range(3):
        hidden = hidden_in(crowd, seen, place)
        assert hidden
        assert not counts_hidden(sums, hidden, str(place))


def test_progress_points_at_nobody_who_did_or_did_not(crowd: Crowd, seen: list[Seen]) -> None:
    told = {f.unit: f.value for place, f in seen if f.kind == GOING}
    assert told == {
        "Wijkteam Aanleg": "7",
        "Wijkteam Brink": "minstens 5",
        "Wijkteam Dorp": "nog niet te zien",
        "Wijkteam Eiland": "nog niet te zien",
    }
    asked, answered = OPEN["Wijkteam Aanleg"]
    assert min(answered, asked + SILENT - answered) >= K_TEAM
    assert {f.value for _, f in seen if f.kind == TOTAL} == {"minstens 12"}


LEAKS = {
    "the mean of a team of four": (0, Figure(MEAN, "Wijkteam Centrum", "Ik", "3,1")),
    "a scale of four in a team of seven": (1, Figure(MEAN, "Wijkteam Brink", "Wij", "3,1")),
    "an organisation less its teams": (0, Figure(MEAN, "De Kade", "Ik", "3,1")),
    "six of seven are the same people": (1, Figure(CHANGE, "Wijkteam Brink", "Ik", "vooruit")),
}


@pytest.mark.parametrize("leak", LEAKS.values(), ids=LEAKS)
def test_one_figure_more_and_the_attacker_wins(leak: Seen, crowd: Crowd, seen: list[Seen]) -> None:
    assert 0 < len(singled_out(as_sums(crowd, [*seen, leak]), K_TEAM)) < K_TEAM


def test_a_leak_on_a_page_is_read_and_used(crowd: Crowd, looks: list[Look]) -> None:
    """A page of a team of four that shows what another team's page shows."""
    page = next(
        look.text for look in looks
        if look.name == "team" and look.place == 0 and "Aanleg" in look.text and look.figures
    )  # fmt: skip
    scales = {scale for _, _, scale in crowd.scored}
    copy = page.replace("Wijkteam Aanleg", "Wijkteam Centrum")
    planted = [(0, figure) for figure in of_page(copy, UNITS, scales)]
    assert len(singled_out(as_sums(crowd, planted), K_TEAM)) == 4


def test_a_total_beside_teams_is_read_and_used(crowd: Crowd, looks: list[Look]) -> None:
    page = next(look.text for look in looks if look.name == "programme" and look.place == 0)
    more = '<p class="count__value">54</p><p class="count__label">vragenlijsten ingevuld</p>'
    planted = [(0, figure) for figure in of_page(page + more, UNITS, set())]
    assert [figure.kind for _, figure in planted] == [TOTAL]
    seen = seen_in(looks)
    hidden = hidden_in(crowd, seen, 0)
    assert counts_hidden(as_sums(crowd, [*seen, *planted]), hidden, "0")


@pytest.mark.parametrize("said", ["54 mensen antwoordden", "3 van de 5 mensen vulden hem in"])
def test_a_sentence_about_answers_is_noticed_anywhere(said: str, looks: list[Look]) -> None:
    silent = next(look for look in looks if look.name == "home")
    assert replace(silent, text=f"{silent.text}<p>{said}</p>").suspects != silent.suspects == []
    assert suspicious("Dit zegt niets.") == []


def test_the_quick_way_finds_what_the_slow_one_finds() -> None:
    """Against the attacker of the ledger's own tests, who tries every group of people."""
    rng = random.Random(5)
    verdicts = Counter[bool]()
    for _ in range(40):
        sets = [rng.sample(range(9), rng.randint(3, 9)) for _ in range(rng.randint(1, 4))]
        figures = [about(people, {"Ik"}, rng.choice("01")) for people in sets]
        found = bool(singled_out(figures, 3))
        assert found == isolates(figures, 3)
        verdicts[found] += 1
    assert min(verdicts[True], verdicts[False]) >= 5
