"""Making a promise and looking back on it, as in a browser."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.utils import timezone

from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Team
from leerkring.practice.commitments.actions import look_back, make_commitment
from leerkring.practice.commitments.link_queries import link_to
from leerkring.practice.commitments.models import Commitment
from leerkring.practice.commitments.tests.conftest import People


def sent(**more: Any) -> dict[str, Any]:
    day = timezone.localdate() + timedelta(days=42)
    return {"text": "bel ik eerst", "look_back_on": day.isoformat(), "sight": "eigen", **more}


def test_somebody_without_a_team_is_not_asked_whose_it_is(person: People, browser_of: Any) -> None:
    roos = person("Roos")
    browser = browser_of(roos)
    assert "Van wie is dit" not in browser.get("/voornemens/nieuw/").content.decode()
    answer = browser.post("/voornemens/nieuw/", sent())
    made = Commitment.objects.get()
    assert answer["Location"] == made.get_absolute_url()
    assert (made.person, made.made_by, made.sight) == (roos, roos, "eigen")
    assert made.text in browser.get("/voornemens/").content.decode()


def test_a_member_promises_for_the_team_and_nobody_for_another(
    person: People, member: People, team: Team, browser_of: Any
) -> None:
    browser_of(member("Ada")).post("/voornemens/nieuw/", sent(owner=f"team-{team.pk}", who="Ben"))
    made = Commitment.objects.get()
    assert (made.team, made.person, made.who) == (team, None, "Ben")
    other = Team.objects.create(
        name="Noord", slug="noord", organisation=team.organisation, municipality=team.municipality
    )
    answer = browser_of(member("Bo")).post("/voornemens/nieuw/", sent(owner=f"team-{other.pk}"))
    assert answer.status_code == 422 and Commitment.objects.count() == 1


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"text": ""}, "Dit veld is verplicht"),
        ({"text": "x" * 501}, "500"),
        ({"text": "a\x00b"}, "Null"),
        ({"look_back_on": "2026-01-01"}, "al voorbij"),
        ({"look_back_on": "2926-01-01"}, "binnen drie jaar"),
        ({"sight": "kring"}, "Kies voor welke werkgroep"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_kept(
    wrong: dict[str, str], said: str, person: People, browser_of: Any
) -> None:
    answer = browser_of(person("Roos")).post("/voornemens/nieuw/", sent(**wrong))
    assert answer.status_code == 422
    assert said.lower() in answer.content.decode().lower()
    assert not Commitment.objects.exists()


def test_a_name_is_asked_about_only_where_others_read(person: People, browser_of: Any) -> None:
    browser = browser_of(person("Roos"))
    words = "bel ik mevrouw Jansen op 06-12345678"
    shown = browser.post("/voornemens/nieuw/", sent(text=words, sight="openbaar"))
    assert shown.status_code == 422 and "06-12345678" in shown.content.decode()
    assert browser.post("/voornemens/nieuw/", sent(text=words)).status_code == 302


def test_two_taps_and_what_was_learnt(person: People, browser_of: Any) -> None:
    roos = person("Roos")
    made = make_commitment(text="bellen", person=roos, look_back_on=date(2026, 1, 5))
    browser = browser_of(roos)
    assert "Kijk even terug" in browser.get("/voornemens/").content.decode()
    address = f"{made.get_absolute_url()}terugkijken/"
    assert browser.post(address, {}).status_code == 422
    answer = browser.post(address, {"outcome": "anders", "learnt": "Bellen <b>werkt</b>."})
    assert answer["Location"] == made.get_absolute_url()
    page = browser.get(made.get_absolute_url()).content.decode()
    assert "Bellen &lt;b&gt;werkt&lt;/b&gt;." in page and "anders gegaan" in page
    assert "Kijk even terug" not in browser.get("/voornemens/").content.decode()
    assert browser.get(address).status_code == 302
    assert browser.get(f"{made.get_absolute_url()}bewerken/").status_code == 302


def test_a_reader_of_the_circle_sees_it_and_changes_nothing(
    person: People, circle: Circle, joined: Any, browser_of: Any
) -> None:
    made = make_commitment(text="bellen", person=person("Roos"), sight="kring", circle=circle)
    browser = browser_of(joined(person("Max")))
    page = browser.get(made.get_absolute_url()).content.decode()
    assert "bellen" in page and "Vertel hoe het ging" not in page
    assert made.text in browser.get("/voornemens/?van=kring").content.decode()
    for deed in ("terugkijken", "bewerken", "weghalen"):
        assert browser.post(f"{made.get_absolute_url()}{deed}/").status_code == 404


def test_a_long_list_is_read_page_by_page(person: People, browser_of: Any) -> None:
    roos = person("Roos")
    for number in range(23):
        make_commitment(text=f"nummer {number:02}", person=roos)
    browser = browser_of(roos)
    first = browser.get("/voornemens/").content.decode()
    assert "nummer 22" in first and "nummer 02" not in first
    before = Commitment.objects.get(text="nummer 03").pk
    assert f"?voor={before}" in first
    second = browser.get(f"/voornemens/?voor={before}").content.decode()
    assert "nummer 02" in second and "nummer 03" not in second


@pytest.mark.parametrize(("whose", "budget"), [("", 12), ("team", 12), ("kring", 12)])
def test_a_list_asks_the_database_as_often_for_three_as_for_one(
    whose: str, budget: int, member: People, team: Team, circle: Circle, joined: Any,
    browser_of: Any, django_assert_max_num_queries: Any, person: People,
) -> None:  # fmt: skip
    roos = joined(member("Roos"))
    browser = browser_of(roos)

    def more() -> None:
        for owner in ({"person": roos}, {"team": team}):
            made = make_commitment(text="x", look_back_on=date(2026, 1, 5), **owner)
            look_back(made, outcome="bezig", by=roos, next_on=date(2026, 1, 6))
        made = make_commitment(text="x", person=person(f"P{circle.commitments.count()}"),
                               sight="kring", circle=circle)  # fmt: skip

    def asked() -> int:
        with django_assert_max_num_queries(budget) as seen:
            assert browser.get(f"/voornemens/?van={whose}").status_code == 200
        return len(seen)

    more()
    asked()
    few = asked()
    more(), more()
    assert asked() == few


def test_one_made_at_a_meeting_is_counted_there(person: People, browser_of: Any) -> None:
    browser = browser_of(person("Roos"))
    for query in (f"?bij={link_to(7)}", "?bij=7", f"?bij={link_to(7)}x", ""):
        browser.post(f"/voornemens/nieuw/{query}", sent())
    made = Commitment.objects.order_by("pk").values_list("meeting", flat=True)
    assert [*made] == [7, None, None, None]


def test_who_looked_back_goes_on_with_what_else_is_due(person: People, browser_of: Any) -> None:
    roos = person("Roos")
    first, last = (
        make_commitment(text=text, person=roos, look_back_on=timezone.localdate())
        for text in ("bellen", "mailen")
    )
    browser, said = browser_of(roos), {"outcome": "gelukt"}
    answer = browser.post(f"/voornemens/{first.pk}/terugkijken/", said)
    assert answer["Location"] == "/voornemens/"
    answer = browser.post(f"/voornemens/{last.pk}/terugkijken/", said)
    assert answer["Location"] == last.get_absolute_url()
