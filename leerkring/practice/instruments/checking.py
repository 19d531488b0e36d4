"""Everything that is wrong with a draft, and what its makers may want to look at."""

from collections.abc import Iterator, Mapping

from leerkring.foundation.tables.cells import decimal_number, whole_number
from leerkring.practice.instruments.remarks import Kind, Remark, fault, hint
from leerkring.practice.instruments.row_checking import review_rows
from leerkring.practice.instruments.sheets import MOST_ROWS, Sheet
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import LONGEST_NAME, MOST_OPTIONS
from leerkring.practice.scans.instrument_words import LONGEST_END
from leerkring.practice.scans.languages import LANGUAGES, OWN


def review(
    sheet: Sheet, *, originals: Mapping[str, str] | None = None, name_is_taken: bool = False
) -> tuple[Remark, ...]:
    """Faults first, then hints, each in the order of the page.

    originals      of a translation: the statement in the other language, by its code
    name_is_taken  by an instrument of another family
    """
    said = [
        *_about_name(sheet, name_is_taken),
        *_about_scale(sheet),
        *_about_targets(sheet),
        *_about_dimensions(sheet),
        *review_rows(sheet, originals),
    ]
    return tuple(sorted(said, key=lambda remark: remark.kind is Kind.HINT))


def has_faults(remarks: tuple[Remark, ...]) -> bool:
    return any(remark.kind is Kind.FAULT for remark in remarks)


def _about_name(sheet: Sheet, taken: bool) -> Iterator[Remark]:
    if not sheet.name:
        yield fault("Naam", "geef de vragenlijst een naam.")
    elif len(sheet.name) > LONGEST_NAME:
        yield fault("Naam", f"de naam is te lang; schrijf hoogstens {LONGEST_NAME} tekens.")
    elif taken:
        yield fault("Naam", "zo heet al een andere vragenlijst. Kies een naam die er nog niet is.")
    if sheet.language not in LANGUAGES:
        yield fault("Taal", "kies een taal uit de lijst.")


def _about_scale(sheet: Sheet) -> Iterator[Remark]:
    low, high = whole_number(sheet.low), whole_number(sheet.high)
    for where, text, end in (
        ("Laagste antwoord", sheet.low, low),
        ("Hoogste antwoord", sheet.high, high),
    ):
        if end is None:
            yield fault(where, f"«{text[:40]}» is geen heel getal.")
    if low is not None and high is not None:
        if high <= low:
            yield fault("Hoogste antwoord", f"{high} is niet hoger dan het laagste, {low}.")
        elif high - low >= MOST_OPTIONS:
            yield fault(
                "Hoogste antwoord", f"een schaal heeft hoogstens {MOST_OPTIONS} antwoorden."
            )
    for which, words in zip(("laagste", "hoogste"), sheet.ends, strict=True):
        if len(words) > LONGEST_END:
            message = f"te lang; schrijf hoogstens {LONGEST_END} tekens."
            yield fault(f"Woorden bij het {which}", message)
    if bool(sheet.ends[0]) != bool(sheet.ends[1]):
        yield hint("Woorden bij de schaal", "alleen aan één kant staan woorden.")
    elif sheet.language != OWN and not any(sheet.ends):
        message = "zonder woorden bij het laagste en hoogste ziet iemand alleen getallen."
        yield hint("Woorden bij de schaal", message)


def _about_targets(sheet: Sheet) -> Iterator[Remark]:
    low, high = whole_number(sheet.low), whole_number(sheet.high)
    for dimension in sheet.dimensions:
        where = f"Doel van {dimension.label}"
        text = sheet.targets.get(dimension, "")
        target = decimal_number(text)
        if not text:
            yield fault(where, "vul in waar jullie naartoe werken; dat staat vast vóór een ronde.")
        elif target is None:
            yield fault(where, f"«{text[:40]}» is geen getal.")
        elif low is not None and high is not None and not low <= target <= high:
            yield fault(where, f"{text} valt buiten de schaal van {low} tot en met {high}.")


def _about_dimensions(sheet: Sheet) -> Iterator[Remark]:
    if not sheet.rows:
        yield fault("Stellingen", "er staat nog geen stelling in.")
        return
    if len(sheet.rows) > MOST_ROWS:
        yield fault("Stellingen", f"een vragenlijst heeft hoogstens {MOST_ROWS} stellingen.")
    for dimension in Dimension:
        if dimension not in sheet.dimensions:
            message = (
                f"er is geen stelling over {dimension.label}; daarover zegt de uitkomst niets."
            )
            yield hint(dimension.label, message)
