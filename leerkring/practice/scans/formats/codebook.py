"""What each column of an answer file means."""

from collections.abc import Iterator

from leerkring.foundation.tables.writing import Value, csv_text
from leerkring.practice.scans.instruments import Instrument

DONT_KNOW = "WN"
CODEBOOK = (
    "kolom",
    "dimensie",
    "competentie",
    "tekst",
    "omgekeerd",
    "laagste",
    "hoogste",
    "doel",
    "waarden",
)


def codebook_rows(instrument: Instrument) -> Iterator[tuple[Value, ...]]:
    """A row per column, in the order of the answer file."""
    yield (
        "team",
        "",
        "",
        "Bij welk team iemand werkt.",
        None,
        None,
        None,
        None,
        "naam van een team",
    )
    ends = f"{instrument.low} (laagste) tot en met {instrument.high} (hoogste)"
    meaning = f"{ends}; {DONT_KNOW} = weet ik niet; leeg = niet beantwoord"
    for item in instrument.items:
        yield (
            item.code,
            item.dimension.label,
            item.competence,
            item.statement,
            item.reversed,
            instrument.low,
            instrument.high,
            instrument.targets.get(item.dimension),
            meaning,
        )


def write_codebook(instrument: Instrument) -> str:
    return csv_text(CODEBOOK, codebook_rows(instrument))
