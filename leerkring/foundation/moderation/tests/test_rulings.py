"""Who decides about what was flagged, and what who wrote it hears."""

from typing import Any

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.urls import reverse

from leerkring.foundation.activity.models import Activity
from leerkring.foundation.moderation import registry
from leerkring.foundation.moderation.actions import decide, explain, flag
from leerkring.foundation.moderation.forms import DecisionForm
from leerkring.foundation.moderation.models import Decision, Outcome
from leerkring.foundation.moderation.notices import visible_decisions
from leerkring.foundation.moderation.queries import matter_of, open_cases
from leerkring.foundation.moderation.redaction import MARK
from leerkring.foundation.notifications.models import Notice

pytestmark = pytest.mark.django_db
LABEL = "activity.activity"
BACKEND = "allauth.account.auth_backends.AuthenticationBackend"


def someone(name: str, **more: Any) -> Any:
    person = get_user_model().objects.create_user(f"{name.lower()}@voorbeeld.invalid", name)
    for key, value in more.items():
        setattr(person, key, value)
    person.save()
    return person


@pytest.fixture
def cast() -> dict[str, Any]:
    people = {name: someone(name) for name in ("Guide", "Writer", "Reader")}
    return people | {"Moderator": someone("Moderator", moderates=True)}


@pytest.fixture
def entry(cast: dict[str, Any], monkeypatch: pytest.MonkeyPatch) -> registry.Flaggable:
    """Lines of the record stand in for what other rooms have; the guide decides about them."""

    def redact(row: Activity, passage: str) -> int:
        found = row.sentence.count(passage)
        Activity.objects.filter(pk=row.pk).update(sentence=row.sentence.replace(passage, MARK))
        return found

    made = registry.Flaggable(
        model=Activity,
        label="deze regel",
        visible_to=lambda person: Activity.objects.all(),
        moderators=lambda row: {cast["Guide"].pk},
        hide=lambda row, by: None,
        describe=lambda row: f"regel {row.verb}",
        passage=lambda row: row.sentence,
        url=lambda row: f"/regel/{row.pk}/",
        writers=lambda row: {row.by_id},
        redact=redact,
        beside=lambda row: Activity.objects.filter(about="x").order_by("pk"),
    )
    monkeypatch.setitem(registry._flaggable, LABEL, made)
    return made


def line(by: Any, sentence: str = "Bel 06-12345678.") -> Activity:
    return Activity.objects.create(verb="x", by=by, about="x", about_id="1", sentence=sentence)


def told(person: Any) -> list[tuple[str, str]]:
    rows = Notice.objects.filter(person=person).order_by("pk")
    return list(rows.values_list("occasion__event", "occasion__sentence"))


def flagged(row: Activity, entry: registry.Flaggable, by: Any) -> Activity:
    flag(row, entry, reason="privacy", text="", by=by)
    return row


def test_nobody_decides_about_what_they_wrote_or_flagged(
    cast: dict[str, Any], entry: registry.Flaggable
) -> None:
    guide, reader, moderator = cast["Guide"], cast["Reader"], cast["Moderator"]
    others = flagged(line(cast["Writer"]), entry, reader)
    assert [case.row for case in open_cases(guide)] == [others] and open_cases(moderator) == []
    own = flagged(line(guide), entry, reader)
    assert [case.row for case in open_cases(moderator)] == [own]
    flagged(others, entry, guide)
    assert open_cases(guide) == []
    assert [case.row for case in open_cases(moderator)] == [others, own]
    assert matter_of(guide, LABEL, str(own.pk)) is None
    assert [event for event, _ in told(moderator)] == ["moderation.flagged"] * 2


def test_who_wrote_it_hears_why_and_not_from_whom(
    cast: dict[str, Any], entry: registry.Flaggable, client: Client
) -> None:
    guide, writer, reader = cast["Guide"], cast["Writer"], cast["Reader"]
    row = flagged(line(writer), entry, reader)
    case = matter_of(guide, LABEL, str(row.pk))
    assert case
    for_reader, for_writer = "Goed dat je het zei, Reader.", "Er staat een nummer in."
    made = decide(case, outcome=Outcome.HIDDEN, message=for_reader, to_writer=for_writer, by=guide)
    assert told(writer) == [("moderation.ruled", for_writer)]
    assert told(reader) == [("moderation.decided", f"Het is weggehaald. {for_reader}")]
    assert visible_decisions(writer, {str(made.pk)}) == {made.pk}
    assert visible_decisions(guide, {str(made.pk)}) == set()
    page = reverse("moderation:ruling", args=[made.pk])
    client.force_login(writer, backend=BACKEND)
    shown = client.get(page).content.decode()
    assert for_writer in shown and "haalde je regel weg" in shown and "Reader" not in shown
    client.force_login(reader, backend=BACKEND)
    assert client.get(page).status_code == 404


def test_when_it_stays_who_wrote_it_hears_nothing(
    cast: dict[str, Any], entry: registry.Flaggable
) -> None:
    row = flagged(line(cast["Writer"]), entry, cast["Reader"])
    case = matter_of(cast["Guide"], LABEL, str(row.pk))
    assert case
    decide(case, outcome=Outcome.STAYS, message="Kan.", to_writer="Niets.", by=cast["Guide"])
    assert told(cast["Writer"]) == [] and Decision.objects.get().to_writer == ""


def test_a_decision_that_changes_something_needs_a_word_to_who_wrote_it() -> None:
    def faults(outcome: str, **more: Any) -> set[str]:
        return set(DecisionForm({"outcome": outcome, "message": "Dank.", **more}).errors)

    assert faults("blijft") == set()
    assert faults("weg") == faults("aangepast") == {"to_writer"}
    assert faults("weg", to_writer="Daarom.") == set()
    assert not DecisionForm({"outcome": "weg", "message": "x"}, has_writer=False).errors


def test_what_a_moderator_takes_away_unasked_is_explained_and_closes_the_flags(
    cast: dict[str, Any], entry: registry.Flaggable
) -> None:
    row = flagged(line(cast["Writer"]), entry, cast["Reader"])
    assert explain(row, why="Een nummer.", by=cast["Guide"])
    assert told(cast["Writer"]) == [("moderation.ruled", "Een nummer.")]
    assert open_cases(cast["Guide"]) == []
    assert explain(line(cast["Guide"]), why="Zelf.", by=cast["Guide"]) is None


def test_a_passage_goes_with_what_repeats_it_after_a_look(
    cast: dict[str, Any], entry: registry.Flaggable, client: Client
) -> None:
    guide, writer = cast["Guide"], cast["Writer"]
    row = flagged(line(writer), entry, cast["Reader"])
    quote, other = line(writer, "Dus 06-12345678?"), line(writer, "Iets anders.")
    client.force_login(guide, backend=BACKEND)
    page = reverse("moderation:redaction", args=[LABEL, row.pk])
    assert page in client.get(reverse("moderation:case", args=[LABEL, row.pk])).content.decode()
    asked = {"passage": "06-12345678", "why": "Het nummer 06-12345678 is van een ouder."}
    look = client.post(page, asked).content.decode()
    assert f'value="{LABEL}/{quote.pk}"' in look and f'value="{LABEL}/{other.pk}"' not in look
    row.refresh_from_db()
    assert "06" in row.sentence
    sure = {**asked, "zeker": "ja", "ook": [f"{LABEL}/{quote.pk}", f"{LABEL}/{other.pk}"]}
    assert client.post(page, sure).status_code == 302
    sentences = set(Activity.objects.filter(about="x").values_list("sentence", flat=True))
    assert sentences == {f"Bel {MARK}.", f"Dus {MARK}?", "Iets anders."}
    assert told(writer) == [("moderation.ruled", f"Het nummer {MARK} is van een ouder.")] * 2
    assert open_cases(guide) == []
    assert client.post(page, {**asked, "passage": "x", "zeker": "ja"}).status_code == 422


def test_who_flagged_sees_of_what_kind_it_was_and_is_told_what_is_missing(
    cast: dict[str, Any], entry: registry.Flaggable, client: Client
) -> None:
    row = line(cast["Writer"])
    client.force_login(cast["Reader"], backend=BACKEND)
    page = reverse("moderation:flag", kwargs={"about": LABEL, "about_id": row.pk})
    answer = client.post(page, {})
    assert answer.status_code == 422
    assert "Kies wat er aan de hand is." in answer.content.decode()
    client.post(page, {"reason": "privacy"})
    assert "Regel · " in client.get(reverse("moderation:own")).content.decode()
