"""Somebody who reads every result page of a team and solves the linear system of it."""

import re
from collections.abc import Callable

import numpy as np
import pytest
from django.conf import settings
from django.test import Client

from leerkring.practice.pulses.actions import close_pulse
from leerkring.practice.pulses.kinds import Kind, instrument_for
from leerkring.practice.pulses.models import Pulse
from leerkring.practice.pulses.tests.conftest import a_session, asked, open_now, send
from leerkring.practice.scans.ledger.released import ANSWERED, Released, about
from leerkring.practice.scans.tests.attacker import isolates

pytestmark = pytest.mark.django_db
BrowserOf = Callable[[str], Client]
K = settings.K_TEAM


def figures_on(page: str, pulse: Pulse, rows: np.ndarray, people: int) -> list[Released]:
    """Every figure that stands on the page, as the people whose answers it is made of.

    Each statement with a picture is a mean over who answered it, each a scale of its own; a number
    of people who answered is about all who could have.
    """
    name, found = str(pulse.pk), []
    parts = re.split(r'<figure class="pulse-line"', page)[1:]
    statements = {item.statement: place for place, item in enumerate(_items(pulse))}
    for part in parts:
        statement = re.search(r"<h3[^>]*>([^<]+)</h3>", part)
        if "<svg" in part and statement:
            place = statements[statement[1]]
            found.append(about(np.flatnonzero(rows[:, place]), {_items(pulse)[place].code}, name))
    if re.search(r"\d+ mensen antwoordden", page):
        found.append(about(range(people), {ANSWERED}, name))
    return found


def _items(pulse: Pulse) -> tuple:
    return instrument_for(pulse.as_kind).items


@pytest.mark.parametrize("seed", range(4))
def test_no_page_of_a_team_singles_out_fewer_than_five(seed: int, browser_of: BrowserOf) -> None:
    """The same people answer two pulses, each leaving out what they like."""
    rng = np.random.default_rng(seed)
    people, session = 8, a_session(size=8)
    found: list[Released] = []
    for kind in (Kind.AFTER, Kind.EFFECT):
        pulse = open_now(asked(kind, session))
        came = rng.permutation(people)[: rng.integers(3, 9)]
        rows = np.zeros((people, 3), dtype=np.uint8)
        rows[came] = rng.integers(1, 6, (len(came), 3)) * (rng.random((len(came), 3)) < 0.7)
        rows[came, 0] += rows[came].sum(axis=1) == 0  # nobody sends nothing
        send(pulse, *rows[came].tolist())
        close_pulse(pulse, by=None)
        for reader in ("Lid", "Gespreksleider"):
            page = browser_of(reader).get(pulse.get_absolute_url()).content.decode()
            found += figures_on(page, pulse, rows, people)
    assert not isolates(found, K)


def test_the_same_attacker_wins_where_a_statement_of_four_is_shown() -> None:
    four = about(range(4), {"OPBRENGST"}, "1")
    assert isolates([four, about(range(8), {"RUIMTE"}, "1")], K)


def test_a_statement_that_four_answered_is_not_told(browser_of: BrowserOf) -> None:
    pulse = asked()
    send(pulse, *[(4, 4, 0)] * 2, *[(4, 4, 4)] * 4)
    close_pulse(pulse, by=None)
    page = browser_of("Lid").get(pulse.get_absolute_url()).content.decode()
    assert page.count("pulse-line__picture") == 2
    assert page.count("Hierover kunnen we niets zeggen.") == 1
