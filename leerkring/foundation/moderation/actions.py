"""Flagging, and deciding about what was flagged."""

from typing import Any

from django.db import IntegrityError, transaction
from django.urls import reverse

from leerkring.foundation.activity.actions import record
from leerkring.foundation.moderation.models import Decision, Flag, Outcome
from leerkring.foundation.moderation.queries import Case
from leerkring.foundation.moderation.registry import Flaggable
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
        people=entry.moderators(row) - {by.pk},
        about=made,
        title="Er is iets gemeld",
        sentence=f"{made.get_reason_display()}. Kijk of {entry.label} kan blijven staan.",
        url=reverse("moderation:case", args=[about, row.pk]),
    )
    return made


@transaction.atomic
def decide(case: Case, *, outcome: str, message: str, by: Any) -> Decision:
    """Close every open flag about this at once, and tell who flagged what came of it."""
    decision = Decision.objects.create(
        about=case.about, about_id=str(case.row.pk), outcome=outcome, message=message, by=by
    )
    flags = Flag.objects.open().about_one(case.about, case.row.pk)
    reporters = {pk for pk in flags.values_list("by_id", flat=True) if pk}
    flags.update(decision=decision)
    if outcome == Outcome.HIDDEN:
        case.entry.hide(case.row, by)
    record("moderation.decided", by=by, about=case.row, sentence=f"Moderatie: {decision}.")
    _tell_reporters(decision, reporters)
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
    _tell_reporters(decision, reporters)
    return decision


def _tell_reporters(decision: Decision, reporters: set[int]) -> None:
    notify(
        "moderation.decided",
        people=reporters,
        about=decision,
        title="Over wat je meldde is besloten",
        sentence=f"{decision.get_outcome_display()}. {decision.message}",
        url=reverse("moderation:own"),
    )
