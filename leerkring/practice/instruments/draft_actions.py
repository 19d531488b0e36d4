"""Working on a draft: save the page, and add, move or remove a statement."""

from collections.abc import Iterable
from typing import Any

from django.db import transaction

from leerkring.foundation.activity.actions import record
from leerkring.practice.instruments.models import DraftItem, ImportPreview, InstrumentDraft
from leerkring.practice.instruments.sheets import MOST_ROWS, Row, Sheet, next_code
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.formats.imported import ImportedInstrument
from leerkring.practice.scans.instrument_files import write_instrument


class ChangedMeanwhile(Exception):
    """Somebody else saved the draft after this page was opened."""


class TooMany(Exception):
    """A draft holds `MOST_ROWS` statements."""


@transaction.atomic
def save_sheet(draft: InstrumentDraft, sheet: Sheet, *, base: int, by: Any) -> None:
    """Keep what was typed, right or wrong; rows that are gone meanwhile stay gone.

    `base`: how often the draft had been saved when the page was opened. Raises ChangedMeanwhile,
    with nothing kept, when that was another time than the last.
    """
    draft = InstrumentDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if draft.saves != base:
        raise ChangedMeanwhile
    draft.name = sheet.name
    draft.language = sheet.language
    draft.low, draft.high = sheet.low, sheet.high
    draft.low_words, draft.high_words = sheet.ends
    draft.targets = {dimension.value: text for dimension, text in sheet.targets.items()}
    draft.saves += 1
    draft.saved_by = by
    draft.save()
    items = {item.pk: item for item in draft.items.all()}
    there = [(items[row.key], row) for row in sheet.rows if row.key in items]
    for item, row in there:
        item.code, item.dimension = row.code, row.dimension.value
        item.competence, item.statement = row.competence, row.statement
        item.reversed = row.reversed
    fields = ["code", "dimension", "competence", "statement", "reversed"]
    DraftItem.objects.bulk_update([item for item, _ in there], fields, batch_size=100)


@transaction.atomic
def add_row(draft: InstrumentDraft, dimension: Dimension) -> DraftItem:
    """An empty statement after the last of its dimension, with the next code. Raises TooMany."""
    draft = InstrumentDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    rows = draft.sheet.rows
    if len(rows) >= MOST_ROWS:
        raise TooMany
    same = [place for place, row in enumerate(rows) if row.dimension is dimension]
    before = list(Dimension)[: list(Dimension).index(dimension)]
    earlier = [place for place, row in enumerate(rows) if row.dimension in before]
    place = max(same or earlier, default=-1) + 1
    item = DraftItem.objects.create(
        draft=draft,
        place=len(rows),
        code=next_code(rows, dimension),
        dimension=dimension.value,
        competence=rows[same[-1]].competence if same else "",
    )
    order = [row.key for row in rows]
    _set_order(draft, [*order[:place], item.pk, *order[place:]])
    return item


@transaction.atomic
def move_row(draft: InstrumentDraft, key: int, *, by_places: int) -> None:
    """One place up (-1) or down (1); nothing happens at the edge, or to a row that is not there."""
    InstrumentDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    order = list(draft.items.values_list("pk", flat=True))
    if key not in order:
        return
    place = order.index(key)
    to = place + by_places
    if 0 <= to < len(order):
        order[place], order[to] = order[to], order[place]
        _set_order(draft, order)


def remove_row(draft: InstrumentDraft, key: int) -> bool:
    """Whether there was such a statement in the draft."""
    gone, _ = draft.items.filter(pk=key).delete()
    return bool(gone)


@transaction.atomic
def throw_away(draft: InstrumentDraft, *, by: Any) -> None:
    sentence = f"Het concept «{draft}» is weggegooid."
    record("instruments.thrown_away", by=by, about=draft, sentence=sentence)
    draft.delete()


def write_rows(draft: InstrumentDraft, rows: Iterable[Row]) -> None:
    """The first rows of a new draft."""
    DraftItem.objects.bulk_create(
        DraftItem(
            draft=draft,
            place=place,
            code=row.code,
            dimension=row.dimension.value,
            competence=row.competence,
            statement=row.statement,
            reversed=row.reversed,
        )
        for place, row in enumerate(rows)
    )


def lay_ready(found: ImportedInstrument, *, file_name: str, by: Any) -> ImportPreview:
    """Keep what was read until its reader has looked at it; an earlier one of theirs goes."""
    with transaction.atomic():
        ImportPreview.objects.filter(by=by).delete()
        return ImportPreview.objects.create(
            file_name=file_name[:200],
            name=found.instrument.name,
            definition=write_instrument(found.instrument),
            not_taken_over=list(found.not_taken_over),
            by=by,
        )


def _set_order(draft: InstrumentDraft, keys: list[int]) -> None:
    items = {item.pk: item for item in draft.items.all()}
    moved = []
    for place, key in enumerate(keys):
        if items[key].place != place:
            items[key].place = place
            moved.append(items[key])
    DraftItem.objects.bulk_update(moved, ["place"], batch_size=100)
