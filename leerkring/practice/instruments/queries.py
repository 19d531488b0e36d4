"""Which versions there are, how they belong together, and which of them a round may choose."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from leerkring.practice.instruments.checking import review
from leerkring.practice.instruments.differences import Difference, difference
from leerkring.practice.instruments.models import (
    Family,
    ImportPreview,
    InstrumentDraft,
    Provenance,
    Retirement,
)
from leerkring.practice.instruments.posted_sheets import posted_sheet, posted_translation
from leerkring.practice.instruments.remarks import Remark
from leerkring.practice.instruments.sheets import Sheet
from leerkring.practice.scans.instrument_files import built_in, write_instrument
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.practice.scans.languages import LANGUAGES
from leerkring.practice.scans.models import InstrumentVersion, read_definition

PAGE = 25


@dataclass(frozen=True)
class Relative:
    """A version beside another one of its family."""

    version: InstrumentVersion
    instrument: Instrument
    is_this: bool
    retired: bool

    @property
    def name(self) -> str:
        return f"{self.version}, {LANGUAGES[self.instrument.language].name}"


def versions() -> QuerySet[InstrumentVersion]:
    """Every version there is, newest first; anybody who signed in may read them."""
    known = InstrumentVersion.objects.select_related("provenance__source", "retirement")
    return known.order_by("-pk")


def choosable_instruments() -> QuerySet[InstrumentVersion]:
    """What a new round may choose beside the built-in quickscan: published here, still in use."""
    published = versions().filter(provenance__at__isnull=False, retirement__isnull=True)
    return published.order_by("name", "-pk")


def built_in_version() -> InstrumentVersion | None:
    """The built-in quickscan as it is kept, if a round or an editor ever used it."""
    return stored(built_in())


def stored(instrument: Instrument) -> InstrumentVersion | None:
    """The version with these very words under this name."""
    return versions().filter(name=instrument.name, definition=write_instrument(instrument)).first()


def retirement_of(instrument: Instrument) -> Retirement | None:
    """Why no new round may use an instrument: also when somebody hands it over as a file."""
    version = stored(instrument)
    return getattr(version, "retirement", None)


def relatives(version: InstrumentVersion) -> list[Relative]:
    """The versions and translations of its family, newest first; itself among them."""
    provenance: Provenance | None = getattr(version, "provenance", None)
    if provenance is None:
        return []
    found = versions().filter(provenance__family=provenance.family_id)
    return [
        Relative(
            version=one,
            instrument=one.instrument,
            is_this=one.pk == version.pk,
            retired=hasattr(one, "retirement"),
        )
        for one in found
    ]


def drafts() -> QuerySet[InstrumentDraft]:
    """The desk that editors share: what was touched last comes first."""
    people = InstrumentDraft.objects.select_related("begun_by", "saved_by", "source")
    return people.order_by("-saved_at", "-pk")


def family_of(draft: InstrumentDraft) -> Family | None:
    """The family that a draft will join: its own, or that of what it was made from by now."""
    provenance = getattr(draft.source, "provenance", None)
    return draft.family or (provenance.family if provenance else None)


def name_is_taken(draft: InstrumentDraft, name: str) -> bool:
    """Whether an instrument of another family is called so, whatever its capitals.

    Versions that came with rounds, from files of one name, are versions of one instrument.
    """
    family = family_of(draft)
    others = InstrumentVersion.objects.filter(name__iexact=name).exclude(pk=draft.source_id)
    if family:
        others = others.exclude(provenance__family=family)
    if draft.source and name.casefold() == draft.source.name.casefold():
        others = others.filter(provenance__isnull=False)
    return others.exists()


def change_since_source(draft: InstrumentDraft, instrument: Instrument) -> Difference | None:
    """What publishing this draft would change; None for one that was made from nothing."""
    return difference(draft.source.instrument, instrument) if draft.source else None


def next_version(draft: InstrumentDraft) -> str:
    """A translation is numbered as its source; others count on within their name or family."""
    if draft.translates and draft.source:
        return draft.source.version
    family = family_of(draft)
    known = InstrumentVersion.objects.filter(
        Q(name=draft.name) | Q(provenance__family=family) if family else Q(name=draft.name)
    )
    source = [draft.source.version] if draft.source else []
    numbers = [_number(version) for version in (*known.values_list("version", flat=True), *source)]
    return str(max(numbers, default=0) + 1)


def _number(version: str) -> int:
    start = version.split("-")[0].split(".")[0]
    return int(start) if start.isascii() and start.isdigit() and len(start) <= 6 else 0


def source_items(draft: InstrumentDraft) -> dict[str, Item]:
    """Of a translation: the statements of its source, by code; empty for any other draft."""
    if not (draft.translates and draft.source):
        return {}
    return {item.code: item for item in draft.source.instrument.items}


def next_untranslated(draft: InstrumentDraft, key: int) -> int | None:
    """The first statement without words after this one, else the first of all."""
    waiting = list(draft.items.filter(statement="").values_list("pk", flat=True))
    order = list(draft.items.values_list("pk", flat=True))
    later = [one for one in waiting if key in order and order.index(one) > order.index(key)]
    return next(iter((*later, *waiting)), None)


def remarks_on(draft: InstrumentDraft, sheet: Sheet) -> tuple[Remark, ...]:
    """Everything there is to say about a draft, with this on its page."""
    originals = {code: item.statement for code, item in source_items(draft).items()}
    taken = bool(sheet.name) and name_is_taken(draft, sheet.name)
    return review(sheet, originals=originals, name_is_taken=taken)


def posted_on(draft: InstrumentDraft, post: Mapping[str, str]) -> Sheet:
    """What the page of a draft says now; of a translation only its words."""
    known = draft.sheet
    if not draft.translates:
        return posted_sheet(post, known)
    originals = source_items(draft)
    return posted_translation(post, known, [originals[row.code].competence for row in known.rows])


def previewed(preview: ImportPreview) -> Instrument:
    """The instrument that was read from a file, and waits for a yes."""
    return read_definition(preview.name, "1", preview.definition)
