"""The invented week itself: what was said in the sessions, and the papers made of it."""

from datetime import date
from typing import Any
from uuid import UUID, uuid5

from leerkring.loop.newspapers.actions import approve, begin_edition, publish
from leerkring.loop.programmes.models import Programme
from leerkring.practice.gatherings import actions
from leerkring.practice.gatherings.models import Session
from leerkring.practice.scans.results import Audience
from leerkring.site.demo import content

NAMESPACE = UUID("6d2c6d0e-6f1c-4c55-9a53-2f9f0f3a7f10")
TEAM_ONLY_EVERY = 3  # every third team keeps its paper to itself
NOT_YET_OUT = 4  # the last papers are still on the desk


def hold_sessions(programme: Programme, monday: date) -> None:
    """Write down what every session brought, as a facilitator would have."""
    told = content.demo_sessions(monday)
    for participation in programme.participations.select_related("team", "session__team"):
        entry = told.get(participation.team.name)
        if entry:
            _capture(participation.session, entry)


def _capture(session: Session, entry: content.DemoSession) -> None:
    def key(kind: str, name: object) -> UUID:
        return uuid5(NAMESPACE, f"{entry.team}/{kind}/{name}")

    harvest = entry.illustrated()
    for question, text in harvest.notes.items():
        actions.save_note(
            session, question=question, text=text, base=0, save_id=key("note", question), by=None
        )
    for number, quote in enumerate(harvest.quotes):
        actions.add_quote(
            session, entry_id=key("quote", number), text=quote.text, speaker=quote.speaker
        )
    for number, promise in enumerate(harvest.promises):
        actions.add_commitment(
            session,
            entry_id=key("promise", number),
            text=promise.text,
            who=promise.who,
            look_back_on=promise.look_back_on,
        )
    actions.wish_for(session, entry.wishes)
    if harvest.picture:
        picture = harvest.picture
        actions.keep_photo(session, data=picture.jpeg, alt=picture.alt, caption=picture.caption)


def bring_out_papers(programme: Programme, monday: date, *, by: Any) -> None:
    """Most papers are out: some for the team alone, most for everyone; a few wait on the desk."""
    told = content.demo_sessions(monday)
    names = {name for name, entry in told.items() if entry.held}
    held = [p for p in programme.participations.select_related("team") if p.team.name in names]
    for number, participation in enumerate(held[:-NOT_YET_OUT]):
        own = number % TEAM_ONLY_EVERY == TEAM_ONLY_EVERY - 1
        audience = Audience.TEAM if own else Audience.PUBLIC
        edition = begin_edition(participation)
        approve(edition, audience=audience, by=None)
        publish(edition, audience=audience, by=by)
