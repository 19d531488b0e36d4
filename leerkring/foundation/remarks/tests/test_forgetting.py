"""What becomes of remarks when somebody leaves."""

from typing import Any

import pytest

from leerkring.foundation.activity.actions import record
from leerkring.foundation.privacy.actions import erase
from leerkring.foundation.remarks.models import Remark
from leerkring.network.people.models import Person

DELETED = {"remarks.remark.author": "verwijderen"}


@pytest.fixture
def people(db: None) -> list[Person]:
    return [
        Person.objects.create_user(f"{name}@voorbeeld.nl", f"{name.title()} de Wit")
        for name in ("noor", "bas")
    ]


def say(text: str, *, by: Any, parent: Remark | None = None) -> Remark:
    return Remark.objects.create(
        about="people.person", about_id="0", text=text, author=by, parent=parent
    )


def test_loosened_remarks_stay_without_a_name(people: list[Person]) -> None:
    noor, _ = people
    say("Mooi stuk.", by=noor)
    erase(noor)
    assert list(Remark.objects.values_list("text", "author")) == [("Mooi stuk.", None)]


def test_deleted_remarks_leave_an_empty_place_where_others_answered(people: list[Person]) -> None:
    noor, bas = people
    asked = say("Hoe deden jullie dat?", by=noor)
    say("Met koffie.", by=bas, parent=asked)
    alone = say("Dank.", by=noor)
    say("Nog iets.", by=noor, parent=alone)
    erase(noor, DELETED)
    assert list(Remark.objects.values_list("text", flat=True)) == ["", "Met koffie."]
    assert Remark.objects.get(pk=asked.pk).is_removed


def test_a_mention_becomes_somebody_who_left(people: list[Person]) -> None:
    noor, bas = people
    say("Vraag het @Noor de Wit, of @Bas de Wit.", by=bas)
    erase(noor)
    assert Remark.objects.get().text == "Vraag het @iemand die vertrok, of @Bas de Wit."


def test_a_line_about_somebody_stays_without_their_number(people: list[Person]) -> None:
    noor, bas = people
    line = record("people.spoken", by=bas, about=noor, sentence="Er is gebeld.")
    erase(noor)
    line.refresh_from_db()
    assert (line.about_id, line.sentence) == ("", "Er is gebeld.")
