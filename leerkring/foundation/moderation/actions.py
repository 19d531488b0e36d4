"""Flagging, and deciding about what was flagged."""

from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import Model
from django.urls import reverse

from leerkring.foundation.activity.actions import record
from leerkring.foundation.moderation.deciding_queries import deciders, reporters_of
from leerkring.foundation.moderation.models import Decision, Flag, Outcome
from leerkring.foundation.moderation.queries import Case
from leerkring.foundation.moderation.registry import Flaggable, flaggable_row
from leerkring.foundation.moderation.telling_actions import tell_reporters, tell_writers
from leerkring.foundation.notifications.actions import notify


@transaction.atomic
def flag(row: Any, entry: Flaggable, *, reason: str, text: str, by: Any) -> Flag:
    """Ask the moderators to look; whoever flags the same thing again only adds to their flag."""
    about = row._meta.label_lower
    try:
        with transaction.atomic():
            made = Flag.objects.create(
                about=about, about_id=str(row.pk), reason=reason, text=text, by=by
            )
    except IntegrityError:
        made = Flag.objects.open().about_one(about, row.pk).get(by=by)
        made.reason, made.text = reason, text
        made.save(update_fields=["reason", "text"])
    notify(
        "moderation.flagged",
        people=deciders(entry, row, reporters_of(about, row.pk)),
        about=made,
        title="Er is iets gemeld",
        sentence=f"{made.get_reason_display()}. Kijk of {entry.label} kan blijven staan.",
        url=reverse("moderation:case", args=[about, row.pk]),
    )
    return made


@transaction.atomic
def decide(case: Case, *, outcome: str, message: str, by: Any, to_writer: str = "") -> Decision:
    """Close every open flag about this at once; who flagged it and who wrote it hear of it."""
    if outcome == Outcome.HIDDEN:
        case.entry.hide(case.row, by)
    return _decided(case.row, case.entry, outcome, message, to_writer, by)


@transaction.atomic
def explain(row: Model, *, why: str, by: Any, outcome: str = "weg") -> Decision | None:
    """A moderator did something to what another wrote, without waiting for a flag: its writer
    hears why. Nothing when it was their own, or of a kind that nobody flags."""
    entry = flaggable_row(row)
    if entry is None or by.pk in entry.writers(row):
        return None
    return _decided(row, entry, outcome, "Een moderator zag het ook.", why, by)


def _decided(
    row: Any, entry: Flaggable, outcome: str, message: str, to_writer: str, by: Any
) -> Decision:
    about = row._meta.label_lower
    decision = Decision.objects.create(
        about=about,
        about_id=str(row.pk),
        outcome=outcome,
        message=message,
        to_writer=to_writer if outcome != Outcome.STAYS else "",
        by=by,
    )
    reporters = reporters_of(about, row.pk)
    Flag.objects.open().about_one(about, row.pk).update(decision=decision)
    record("moderation.decided", by=by, about=row, sentence=f"Moderatie: {decision}.")
    tell_reporters(decision, reporters)
    tell_writers(decision, entry, row)
    return decision


@transaction.atomic
def close_as_gone(flags: list[Flag]) -> Decision | None:
    """What these are about is not there any more: nobody has to look. Twice is fine."""
    still = Flag.objects.open().filter(pk__in=[flag.pk for flag in flags])
    reporters = {pk for pk in still.values_list("by_id", flat=True) if pk}
    about, about_id = flags[0].about, flags[0].about_id
    if not still.exists():
        return None
    decision = Decision.objects.create(
        about=about, about_id=about_id, outcome=Outcome.GONE, message="Er hoeft niets meer."
    )
    still.update(decision=decision)
    tell_reporters(decision, reporters)
    return decision
