"""Telling what was decided: who flagged it, and who wrote it; neither hears who the other is."""

from collections.abc import Iterable
from typing import Any

from django.urls import reverse

from leerkring.foundation.moderation.models import Decision, Outcome
from leerkring.foundation.moderation.registry import Flaggable
from leerkring.foundation.notifications.actions import notify

# What a writer reads above the words of the moderator; {yours} is «je reactie». What hiding does
# differs from room to room.
TOLD = {
    Outcome.HIDDEN: "",
    Outcome.REDACTED: "haalde een passage uit {yours}",
    Outcome.ADAPTED: "vraagt je om {yours} aan te passen",
}


def headline(decision: Decision, entry: Flaggable) -> str:
    """What happened, to who wrote it."""
    did = TOLD[Outcome(decision.outcome)] or entry.gone
    return f"Een moderator {did.format(yours=entry.yours)}"


def tell_reporters(decision: Decision, reporters: Iterable[int]) -> None:
    notify(
        "moderation.decided",
        people=reporters,
        about=decision,
        title="Over wat je meldde is besloten",
        sentence=f"{decision.get_outcome_display()}. {decision.message}",
        url=reverse("moderation:own"),
    )


def tell_writers(decision: Decision, entry: Flaggable, row: Any) -> None:
    """Nothing when it stays: then nothing happened to what they wrote. Who decided knows."""
    if decision.outcome in TOLD and decision.to_writer:
        notify(
            "moderation.ruled",
            people=entry.told(row) - {decision.by_id},
            about=decision,
            title=headline(decision, entry),
            sentence=decision.to_writer,
            url=reverse("moderation:ruling", args=[decision.pk]),
            by=None,
        )
