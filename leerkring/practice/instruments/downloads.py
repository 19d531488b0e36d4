"""The files that an instrument can leave in: what each is for, and what makes it."""

from collections.abc import Callable
from dataclasses import dataclass

from leerkring.network.people.slugs import slug_of
from leerkring.practice.scans.formats.ddi import write_instrument_ddi
from leerkring.practice.scans.formats.limesurvey import write_lss
from leerkring.practice.scans.formats.xlsform import write_xlsform
from leerkring.practice.scans.instrument_files import write_instrument
from leerkring.practice.scans.instruments import Instrument

XML = "application/xml; charset=utf-8"


@dataclass(frozen=True)
class Download:
    """`key` is the word in the address, `ending` that of the file."""

    key: str
    label: str
    ending: str
    content_type: str
    write: Callable[[Instrument], str | bytes]


DOWNLOADS = (
    Download(
        "xlsform",
        "XLSForm (Excel), voor ODK, Kobo en Enketo",
        "xlsx",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        write_xlsform,
    ),
    Download("limesurvey", "LimeSurvey (.lss)", "lss", XML, write_lss),
    Download(
        "csv",
        "Leerkring (CSV), om te veranderen en weer in te lezen",
        "csv",
        "text/csv; charset=utf-8",
        write_instrument,
    ),
    Download("ddi", "DDI-Codebook 2.5, voor een data-archief", "xml", XML, write_instrument_ddi),
)
BY_KEY = {download.key: download for download in DOWNLOADS}


def file_of(instrument: Instrument, download: Download) -> tuple[str, bytes]:
    """The name of the file and what is in it."""
    made = download.write(instrument)
    name = f"{slug_of(instrument.name)}-{slug_of(instrument.version)}.{download.ending}"
    return name, made if isinstance(made, bytes) else made.encode()
