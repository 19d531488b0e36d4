"""What the words in a report still are where they were said."""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from typing import Any

from leerkring.practice.attendance.models import TableLine
from leerkring.practice.boards.models import BoardQuestion, Card
from leerkring.practice.boards.outcome_queries import shown
from leerkring.practice.commitments.models import Commitment, Sight
from leerkring.practice.meetings.models import BroughtQuestion
from leerkring.practice.pulses.models import OpenAnswer
from leerkring.practice.reports import sources as kinds
from leerkring.practice.reports.chapters import Account
from leerkring.practice.reports.sources import source, sources_in

Pairs = Iterable[tuple[Any, str]]


def _cards(keys: Collection[str]) -> Pairs:
    rows = Card.objects.in_sight().filter(pk__in=keys, is_shown=True)
    return rows.values_list("pk", "text")


def _public(keys: Collection[str]) -> Pairs:
    rows = Commitment.objects.filter(pk__in=keys, sight=Sight.PUBLIC)
    return rows.values_list("pk", "text")


def _of_circle(keys: Collection[str]) -> Pairs:
    """A key is that of the promise and of the circle that may read it."""
    rows = Commitment.objects.filter(pk__in=[key.split("-")[0] for key in keys])
    rows = rows.filter(sight__in=(Sight.CIRCLE, Sight.PUBLIC))
    return [
        (f"{pk}-{circle}", text) for pk, circle, text in rows.values_list("pk", "circle", "text")
    ]


def _brought(keys: Collection[str]) -> Pairs:
    rows = BroughtQuestion.objects.filter(pk__in=keys, hidden_at=None)
    return rows.values_list("pk", "text")


def _at_tables(keys: Collection[str]) -> Pairs:
    return TableLine.objects.in_sight().filter(pk__in=keys).values_list("pk", "text")


def _in_look_backs(keys: Collection[str]) -> Pairs:
    rows = OpenAnswer.objects.filter(pk__in=keys, fate=OpenAnswer.Fate.TOLD)
    return rows.values_list("pk", "text")


STANDING: dict[str, Callable[[Collection[str]], Pairs]] = {
    kinds.CARD: _cards,
    kinds.VOTED: _cards,
    kinds.PUBLIC: _public,
    kinds.CIRCLE: _of_circle,
    kinds.QUESTION: _brought,
    kinds.TABLE: _at_tables,
    kinds.LOOK_BACK: _in_look_backs,
}


def gone_of(account: Account) -> dict[str, frozenset[str]]:
    """Sources that are told no more, or say something else by now; as `sources.without` takes them.
    One query for each kind that there is."""
    said, asked = sources_in(account), defaultdict[str, list[str]](list)
    for each in said:
        kind, _, key = each.partition(":")
        asked[kind].append(key)
    clouds = asked.pop(kinds.CLOUD, [])
    gone = dict[str, frozenset[str]]()
    for kind, keys in asked.items():
        now = {source(kind, key): text for key, text in STANDING[kind](keys)}
        for each in (source(kind, key) for key in keys):
            says = now.get(each)
            if says is None or (kind != kinds.VOTED and says != said[each]):
                gone[each] = frozenset()
    return gone | _clouds(clouds)


def _clouds(keys: Collection[str]) -> dict[str, frozenset[str]]:
    """Of a cloud with hidden cards the words that are still in it; of one that is gone none."""
    if not keys:
        return {}
    rows = {str(row.pk): row for row in BoardQuestion.objects.filter(pk__in=keys)}
    hidden = Card.objects.filter(question__in=keys, hiding__isnull=False)
    changed = {str(pk) for pk in hidden.values_list("question", flat=True)}
    return {
        source(kinds.CLOUD, key): frozenset(
            word.word.casefold() for word in (shown(rows[key]).words if key in rows else ())
        )
        for key in keys
        if key not in rows or key in changed
    }
