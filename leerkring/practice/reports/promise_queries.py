"""What people go to do from tomorrow on: promises under their number, and cards under theirs."""

from collections.abc import Sequence

from django.contrib.auth.models import AnonymousUser
from django.db.models import QuerySet

from leerkring.practice.attendance.promise_queries import tally_with_guests
from leerkring.practice.boards.models import Card, TakenOver
from leerkring.practice.commitments.models import Commitment, Sight
from leerkring.practice.meetings.models import Audience, Meeting
from leerkring.practice.reports.board_queries import cards_by_strand, said_on
from leerkring.practice.reports.chapters import Entry
from leerkring.practice.reports.sources import CIRCLE, PUBLIC, Lines, source

FOR_MEMBERS = "Wie in de groep zit, leest hier ook:"


def promises(meeting: Meeting) -> list[Entry]:
    """The promises in numbers with those that everybody may read, then the cards, and beneath each
    strand those of its board. What a card says already is not said again."""
    by_strand = cards_by_strand(meeting)
    cards = [card for own in by_strand.values() for card in own]
    made = Commitment.objects.filter(meeting=meeting.pk)
    public = made.filter(sight=Sight.PUBLIC.value)
    on_cards = {card.text for card in cards}
    found = [
        Entry(
            text=tally_with_guests([meeting.pk], reader=AnonymousUser()).sentence(),
            **_others(public, on_cards),
        ),
        Entry(
            text=FOR_MEMBERS,
            **_others(_of_circle(made, meeting), on_cards, f"-{meeting.circle_id}"),
            circle=meeting.circle_id,
        ),
        Entry(
            text=_from_cards(cards, public | made.filter(person=None)),
            **said_on(by_strand.get("", ())),
        ),
    ]
    kept = [each for each in found if each.lines or each.text not in ("", FOR_MEMBERS)]
    aside = [Entry(kicker=name, **said_on(own)) for name, own in by_strand.items() if name]
    return kept + aside


def _of_circle(rows: QuerySet[Commitment], meeting: Meeting) -> QuerySet[Commitment]:
    if meeting.circle_id is None or meeting.audience != Audience.CIRCLE:
        return rows.none()
    return rows.filter(sight=Sight.CIRCLE.value, circle=meeting.circle_id)


def _others(rows: QuerySet[Commitment], said: set[str], circle: str = "") -> Lines:
    """Each once: the lines of an entry, with their sources. `circle`: whose members read them."""
    texts = dict[str, str]()
    for pk, text in rows.order_by("pk").values_list("pk", "text"):
        if text not in said:
            texts.setdefault(text, source(CIRCLE if circle else PUBLIC, f"{pk}{circle}"))
    return {"lines": tuple(texts), "sources": tuple(texts.values())}


def _from_cards(cards: Sequence[Card], kept: QuerySet[Commitment]) -> str:
    """«30 kaarten «vanaf morgen»; 4 werden een voornemen.»

    What somebody keeps to themselves is not among `kept`: a card stands there for all to read, so
    a number could tell of whoever wrote it that it went on.
    """
    if not cards:
        return ""
    said = f"{len(cards)} {'kaart' if len(cards) == 1 else 'kaarten'} «vanaf morgen»"
    taken = TakenOver.objects.filter(card__in=cards, commitment__in=kept.values("pk")).count()
    became = f"; {taken} {'werd' if taken == 1 else 'werden'} een voornemen" if taken else ""
    return f"{said}{became}."
