"""What was read waits for a yes, and is then exactly what was read."""

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import numpy as np
import pytest
from django.utils import timezone

from leerkring.loop.programmes import drafts
from leerkring.loop.programmes.actions import lay_ready
from leerkring.loop.programmes.intake import Intake
from leerkring.loop.programmes.models import IntakeDraft, Programme

Read = Callable[..., Intake]

DISTRICTS = (
    "Codering,Perioden,WijkenEnBuurten,Gemeentenaam,AantalInwoners,Iets\n"
    "WK000101,2024,Havenkwartier,Merestad,12480,1\n"
    "WK000102,2023,Oost,Merestad,.,1\n"
)


def there_and_back(intake: Intake) -> Intake:
    return drafts.from_json(json.loads(json.dumps(drafts.as_json(intake))))


@pytest.mark.parametrize("districts", [None, DISTRICTS])
def test_a_draft_gives_back_what_was_read(read: Read, districts: str | None) -> None:
    intake = read(districts=districts) if districts else read()
    back = there_and_back(intake)
    assert back.answers.teams == intake.answers.teams
    assert np.array_equal(back.answers.team, intake.answers.team)
    assert np.array_equal(back.answers.values, intake.answers.values)
    assert back.answers.values.dtype == np.uint8
    assert replace(back, answers=intake.answers) == intake
    assert (back.figures is None) == (districts is None)


def test_a_draft_of_the_built_in_quickscan_too(read: Read, teams_csv: Callable[..., str]) -> None:
    codes = [f"{side}{n:02}" for side in ("IK", "WIJ", "WK") for n in range(1, 13)]
    answers = f"team,{','.join(codes)}\nNoord{',3' * 36}\n"
    intake = read(answers=answers, teams=teams_csv("Noord"), instrument=None)
    assert there_and_back(intake).instrument == intake.instrument


def test_what_was_dropped_at_the_door_is_in_no_draft(read: Read) -> None:
    header = "id,token,ipaddr,submitdate,team,IK1,IK2,WIJ1,WIJ2,WK1,WK2,voornaam\n"
    rows = "".join(
        f"{n},geheim{n},10.0.0.{n},2026-10-05 12:0{n},Noord,1,2,3,4,5,1,Roos\n" for n in range(6)
    )
    intake = read(answers=header + rows)
    assert set(intake.dropped) == {"id", "token", "ipaddr", "submitdate", "voornaam"}
    text = json.dumps(drafts.as_json(intake))
    assert not any(secret in text for secret in ("geheim", "10.0.0", "2026-10-05", "Roos"))


def test_a_new_draft_comes_instead_of_the_one_before(
    programme: Programme, read: Read, person: Callable[[str], object]
) -> None:
    lay_ready(programme, read(), by=person("Roos"))
    newest = lay_ready(programme, read(), by=person("Dirk"))
    assert IntakeDraft.objects.get() == newest


def test_the_draft_of_another_programme_stays_for_a_day(
    started: Callable[..., Programme], read: Read, person: Callable[[str], object]
) -> None:
    here, there = started("Hier"), started("Daar")
    other = lay_ready(there, read(), by=person("Roos"))
    lay_ready(here, read(), by=person("Roos"))
    assert IntakeDraft.objects.count() == 2
    IntakeDraft.objects.filter(pk=other.pk).update(at=timezone.now() - timedelta(hours=25))
    newest = lay_ready(here, read(), by=person("Roos"))
    assert IntakeDraft.objects.get() == newest
