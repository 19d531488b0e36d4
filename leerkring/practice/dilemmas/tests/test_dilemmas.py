"""A dilemma stays open, gathers what people experience, and closes with what was learnt."""

from typing import Any

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import IntegrityError, transaction

from leerkring.foundation.moderation.registry import flaggable
from leerkring.foundation.remarks.registry import remarkable
from leerkring.foundation.search.models import Entry
from leerkring.network.circles.models import Circle, Role
from leerkring.network.people.models import Person
from leerkring.practice.dilemmas.actions import (
    Closed,
    Put,
    came_back,
    close,
    put_dilemma,
    reopen,
    take_back,
    take_experience_back,
    tell,
)
from leerkring.practice.dilemmas.models import Dilemma, Experience
from leerkring.practice.dilemmas.queries import open_of
from leerkring.practice.dilemmas.rules import may_lead, may_say_something
from leerkring.practice.dilemmas.tests.conftest import People


def test_one_for_a_circle_has_a_circle(author: Person) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        put_dilemma(Put("Melden?", "ja", "nee", audience="kring"), by=author)


def test_who_reads_what(put: Any, person: People, author: Person) -> None:
    put("kring", title="kring"), put("ingelogd", title="ingelogd"), put("openbaar", title="open")

    def seen(reader: Any) -> set[str]:
        return set(Dilemma.objects.visible_to(reader).values_list("title", flat=True))

    assert seen(author) == seen(person("Max", Role.GUEST)) == {"kring", "ingelogd", "open"}
    assert seen(person("Vera")) == seen(person("Mo", moderates=True)) == {"ingelogd", "open"}
    assert seen(AnonymousUser()) == {"open"}


def test_what_lies_open_in_a_circle_is_what_is_not_closed_or_gone(
    put: Any, circle: Circle, author: Person
) -> None:
    stays, closed, gone = put(), put(), put()
    close(closed, learnt="Eerst praten.", by=author)
    take_back(gone, by=author)
    assert list(open_of(circle)) == [stays]
    with pytest.raises(Closed):
        close(closed, learnt="Nog eens.", by=author)
    with pytest.raises(Closed):
        tell(closed, text="Wij praatten.", by=author)
    reopen(closed, by=author)
    assert set(open_of(circle)) == {stays, closed}


def test_it_is_found_by_what_was_told_until_that_is_taken_away(put: Any, author: Person) -> None:
    dilemma = put("openbaar")
    told = tell(dilemma, text="Wij dronken koffie.", by=author)
    assert "koffie" in Entry.objects.get().text
    take_experience_back(told, by=author)
    assert "koffie" not in Entry.objects.get().text
    take_back(dilemma, by=author)
    assert not Entry.objects.exists()
    assert not Experience.objects.visible_to(author).exists()


def test_where_it_came_back_is_written_down_newest_first(put: Any, author: Person) -> None:
    dilemma = put()
    came_back(dilemma, note="Visiedag", by=author)
    came_back(dilemma, note="Slotronde", by=author)
    assert [str(outing) for outing in dilemma.outings.all()] == ["Slotronde", "Visiedag"]


def test_who_may_do_what(put: Any, person: People, author: Person) -> None:
    dilemma, guide = put(), person("Gerda", Role.FACILITATOR)
    member, guest = person("Max", Role.MEMBER), person("Gast", Role.GUEST)
    may = [(may_say_something(p, dilemma), may_lead(p, dilemma))
           for p in (author, guide, member, guest, AnonymousUser())]  # fmt: skip
    assert may == [(True, True), (True, True), (True, False), (False, False), (False, False)]


def test_it_can_be_reacted_to_and_flagged(put: Any, author: Person, person: People) -> None:
    dilemma, guide = put(), person("Gerda", Role.OWNER)
    told = tell(dilemma, text="Wij praatten.", by=author)
    assert remarkable("dilemmas.dilemma").watchers(dilemma) == {author.pk}
    for row in (told, dilemma):
        entry = flaggable(row._meta.label_lower)
        assert entry.moderators(row) == {guide.pk}
        assert entry.describe(row) and entry.passage(row) and entry.url(row)
        entry.hide(row, guide)
        assert not entry.visible_to(author).filter(pk=row.pk).exists()
