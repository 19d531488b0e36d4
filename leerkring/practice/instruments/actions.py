"""What happens to drafts and versions: begin, copy, translate, publish, retire."""

from dataclasses import replace
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.foundation.activity.actions import record
from leerkring.practice.instruments.checking import has_faults
from leerkring.practice.instruments.draft_actions import write_rows
from leerkring.practice.instruments.models import (
    Family,
    ImportPreview,
    InstrumentDraft,
    Provenance,
    Retirement,
)
from leerkring.practice.instruments.queries import (
    family_of,
    next_version,
    previewed,
    remarks_on,
    stored,
)
from leerkring.practice.instruments.remarks import Remark
from leerkring.practice.instruments.sheets import Sheet, instrument_of, sheet_of, usual_target
from leerkring.practice.scans.actions import keep_instrument
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import LONGEST_NAME, built_in
from leerkring.practice.scans.languages import LANGUAGES, OWN
from leerkring.practice.scans.models import InstrumentVersion


class NotReady(Exception):
    """The draft has faults; `remarks` says which."""

    def __init__(self, remarks: tuple[Remark, ...]) -> None:
        self.remarks = remarks
        super().__init__("the draft has faults")


class NothingNew(Exception):
    """A version with these very words is there already."""

    def __init__(self, version: InstrumentVersion) -> None:
        self.version = version
        super().__init__(str(version))


@transaction.atomic
def begin_draft(name: str, *, language: str = OWN, by: Any) -> InstrumentDraft:
    """An empty draft on a scale of 1 to 5 with the usual targets."""
    targets = dict.fromkeys(Dimension, usual_target(1, 5))
    return _begin(Sheet(name, language=language, targets=targets), by=by)


@transaction.atomic
def copy_version(version: InstrumentVersion, *, by: Any) -> InstrumentDraft:
    """A draft that says what a version says: the next version, once it is published."""
    return _begin(sheet_of(version.instrument), by=by, source=version)


def copy_built_in(*, by: Any) -> InstrumentDraft:
    """A draft of the quickscan that comes with Leerkring."""
    return copy_version(keep_instrument(built_in()), by=by)


@transaction.atomic
def translate_version(version: InstrumentVersion, *, language: str, by: Any) -> InstrumentDraft:
    """A draft with the codes, dimensions and scale of a version, its words still to be written."""
    instrument = version.instrument
    name = f"{instrument.name} ({LANGUAGES[language].own_name})"[:LONGEST_NAME]
    return _begin(
        _without_words(sheet_of(instrument), name, language), by=by, source=version, translates=True
    )


@transaction.atomic
def take_over_preview(preview: ImportPreview, *, by: Any) -> InstrumentDraft:
    """A draft of what was read from a file; the preview goes."""
    draft = _begin(sheet_of(previewed(preview)), by=by)
    preview.delete()
    return draft


@transaction.atomic
def publish(draft: InstrumentDraft, *, by: Any) -> InstrumentVersion:
    """Make a version of a draft, which is gone after that. The version never changes again.

    Raises NotReady, NothingNew, and InstrumentDraft.DoesNotExist when somebody else was first.
    """
    draft = InstrumentDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    sheet = draft.sheet
    remarks = remarks_on(draft, sheet)
    if has_faults(remarks):
        raise NotReady(remarks)
    instrument = instrument_of(sheet, next_version(draft))
    if known := stored(instrument):
        raise NothingNew(known)
    family = _join(draft)
    version = keep_instrument(instrument)
    Provenance.objects.create(
        version=version, family=family, source=draft.source, by=by, at=timezone.now()
    )
    draft.delete()
    record("instruments.published", by=by, about=version, sentence=f"«{version}» is gepubliceerd.")
    return version


@transaction.atomic
def retire(version: InstrumentVersion, *, reason: str, by: Any) -> Retirement:
    """No new round may choose this version. Doing it twice changes nothing."""
    retirement, is_new = Retirement.objects.get_or_create(
        version=version, defaults={"reason": reason, "by": by}
    )
    if is_new:
        sentence = f"«{version}» is uit gebruik genomen: {reason}"
        record("instruments.retired", by=by, about=version, sentence=sentence)
    return retirement


def _begin(
    sheet: Sheet, *, by: Any, source: InstrumentVersion | None = None, translates: bool = False
) -> InstrumentDraft:
    provenance: Provenance | None = getattr(source, "provenance", None)
    draft = InstrumentDraft.objects.create(
        family=provenance.family if provenance else None,
        source=source,
        translates=translates,
        name=sheet.name,
        language=sheet.language,
        low=sheet.low,
        high=sheet.high,
        low_words=sheet.ends[0],
        high_words=sheet.ends[1],
        targets={dimension.value: text for dimension, text in sheet.targets.items()},
        begun_by=by,
        saved_by=by,
    )
    write_rows(draft, sheet.rows)
    record("instruments.begun", by=by, about=draft, sentence=f"Het concept «{draft}» is begonnen.")
    return draft


def _without_words(sheet: Sheet, name: str, language: str) -> Sheet:
    rows = tuple(replace(row, competence="", statement="") for row in sheet.rows)
    return replace(sheet, name=name, language=language, ends=("", ""), rows=rows)


def _join(draft: InstrumentDraft) -> Family:
    """The family of the draft; its source joins it too, with all others of that name from files."""
    family = family_of(draft) or Family.objects.create()
    if draft.source:
        strays = InstrumentVersion.objects.filter(name=draft.source.name, provenance=None)
        Provenance.objects.bulk_create(Provenance(version=one, family=family) for one in strays)
    return family
