"""What this room tells people about."""

from typing import Any

from leerkring.foundation.notifications.actions import notify
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.practice.agreements.models import Agreement, Confirmation, Refusal, Score, Side
from leerkring.practice.agreements.queries import contact_ids

GROUP = "Afspraken"
PROPOSED, DECIDED = "agreements.proposed", "agreements.decided"
TO_SCORE, SCORED, ANSWERED = "agreements.to_score", "agreements.scored", "agreements.answered"

for key, label in (
    (PROPOSED, "Een partner vraagt jullie om een afspraak"),
    (DECIDED, "Een partner zegt ja of nee op een afspraak"),
    (TO_SCORE, "Na 6 en 12 weken: kwam de ander de afspraak na?"),
    (SCORED, "Hoe een partner vindt dat jullie afspraak loopt"),
    (ANSWERED, "Het antwoord van een partner"),
):
    register(Event(key, label, GROUP, mail=Frequency.DIRECT, personal=True))


def _visible(person: Any, ids: set[str]) -> set[int]:
    rows = Agreement.objects.visible_to(person).filter(pk__in=ids)
    return set(rows.values_list("pk", flat=True))


register_visible(Agreement, _visible)


def tell_proposed(agreement: Agreement, *, by: Any) -> None:
    _tell(
        PROPOSED, agreement, Side.PROMISES, by=by, title="Beloven jullie dit?",
        sentence=f"{agreement.receiver} vraagt om een afspraak.", quote=agreement.task,
    )  # fmt: skip


def tell_decided(decision: Confirmation | Refusal) -> None:
    agreement = decision.agreement
    said = "ja" if isinstance(decision, Confirmation) else "nee"
    _tell(
        DECIDED, agreement, Side.RECEIVES, by=decision.by, title=f"Het antwoord is {said}",
        sentence="Op jullie afspraak:", quote=agreement.task, once=said,
    )  # fmt: skip


def ask_for_score(agreement: Agreement, week: int) -> None:
    """Each moment once."""
    _tell(
        TO_SCORE, agreement, Side.RECEIVES, title=f"Na {week} weken: kwam de ander het na?",
        sentence="De afspraak:", quote=agreement.task, once=f"week-{week}",
        url=f"{agreement.get_absolute_url()}beoordelen/",
    )  # fmt: skip


def tell_scored(score: Score) -> None:
    agreement = score.agreement
    _tell(
        SCORED, agreement, Side.PROMISES, by=score.by,
        title=f"{score.get_kept_display()}, zegt {agreement.receiver}",
        sentence="Herkennen jullie dat? De afspraak:", quote=agreement.task,
        once=f"week-{score.week}",
    )  # fmt: skip


def tell_answered(score: Score, *, by: Any) -> None:
    agreement = score.agreement
    _tell(
        ANSWERED, agreement, Side.RECEIVES, by=by, title=f"Antwoord: {score.reply}",
        sentence="Op wat jullie zeiden over:", quote=agreement.task, once=f"week-{score.week}",
    )  # fmt: skip


def _tell(
    event: str, agreement: Agreement, side: Side, *,
    title: str, sentence: str, quote: str, by: Any = None, once: str = "", url: str = "",
) -> None:  # fmt: skip
    notify(
        event,
        people=contact_ids(agreement, side),
        about=agreement,
        title=title,
        sentence=sentence,
        quote=quote,
        url=url or agreement.get_absolute_url(),
        by=by,
        circle=agreement.circle_id,
        once=once,
    )
