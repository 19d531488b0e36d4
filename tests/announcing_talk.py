"""What people say below what changes its title before the mail goes, goes away, or is for few.

A notice of a reaction is called as what stands above it: that is told as it is by then, or not at
all. `made` is what `tests/announcing.py` makes.
"""

from collections.abc import Callable
from functools import partial
from typing import Any

from leerkring.loop.newspapers.models import Edition, Publication
from leerkring.loop.newspapers.recalling_actions import recall
from leerkring.practice.dilemmas.actions import Put, change_dilemma, put_dilemma, take_back
from leerkring.practice.meetings import actions as meetings
from leerkring.practice.meetings import bringing_actions as bringing
from leerkring.practice.meetings.models import Audience
from tests.cast import SIGNED_IN

CALLED = "Heet nu anders"
Ends = dict[str, Callable[[], Any]]


def talk_below_what_changes(made: Any) -> None:
    """Meetings and dilemmas, each with the word in its title."""
    for to in ("retitled", "redacted", "withdrawn"):
        for make in (_a_meeting, _a_dilemma):
            row, what, ends = make(made)
            made.add(f"{what} {to}, with reactions", row.get_absolute_url(), again=True)
            made.undo.append(ends[to])
            made.say(row, f"a {what} {to}", SIGNED_IN if to == "retitled" else ())


def _a_meeting(made: Any) -> tuple[Any, str, Ends]:
    by, word = made.people["coordinator"], made.word()
    row = made.meeting(word, Audience.SIGNED_IN)
    meetings.announce(row, by=by)
    bringing.put_question(row, text="Komt er koffie?", by=made.people["professional"])
    plan = meetings.Plan(CALLED, row.starts_at, audience=Audience.SIGNED_IN)
    ends = {
        "retitled": partial(meetings.change, row, plan, by=by),
        "redacted": partial(made.redact, row, word),
        "withdrawn": partial(meetings.withdraw_announcement, row, by=by),
    }
    return row, "meeting", ends


def _a_dilemma(made: Any) -> tuple[Any, str, Ends]:
    by, word = made.people["professional"], made.word()
    row = put_dilemma(Put(word, "Ja.", "Nee.", audience="openbaar"), by=by)
    ends = {
        "retitled": partial(change_dilemma, row, Put(CALLED, "Ja.", "Nee.", audience="openbaar")),
        "redacted": partial(made.redact, row, word),
        "withdrawn": partial(take_back, row, by=by),
    }
    return row, "dilemma", ends


def talk_below_papers(made: Any) -> None:
    """Of one for everyone, one for a team, and one that goes off the site."""
    own, theirs = (made.world.papers[name] for name in ("own", "theirs"))
    made.say(own, "a paper", SIGNED_IN)
    made.say(theirs, "a paper of a team", {"other_team", "coordinator"}, by="other_team")
    edition = Edition.objects.create(
        programme=made.world.programme, participation=made.world.teams["own"], number=99
    )
    flagged = Publication.objects.get(pk=own.pk)
    flagged.pk, flagged.edition = None, edition
    flagged.save()
    made.say(flagged, "a paper off the site", ())
    made.undo.append(partial(recall, flagged, by=made.people["coordinator"]))
