"""Find what points at one person in a Dutch text, so that its author can look again.

Patterns, check digits and names that the platform knows; no model, nothing learned. It warns, it
does not clean: unknown names, and what only together points at somebody (an age, a rare event, a
district), remain for people to see. **Nothing found is no guarantee.**

Every pattern is bounded and starts at a sign that seldom stands in a text, so that the time goes
with the length of the text, whatever stands in it.
"""

from collections.abc import Collection, Iterable, Iterator

from leerkring.foundation.language.birth_dates import birth_dates
from leerkring.foundation.language.known_people import names_in
from leerkring.foundation.language.known_places import places_in
from leerkring.foundation.language.numbers_of_people import (
    bank_accounts,
    citizen_numbers,
    register_numbers,
)
from leerkring.foundation.language.phones import mail_addresses, phone_numbers
from leerkring.foundation.language.places import addresses, postcodes
from leerkring.foundation.language.plates import licence_plates
from leerkring.foundation.language.traces import Trace, TraceKind

__all__ = ["Trace", "TraceKind", "find"]

_FINDERS = {
    TraceKind.BSN: citizen_numbers,
    TraceKind.REGISTER_NUMBER: register_numbers,
    TraceKind.IBAN: bank_accounts,
    TraceKind.MAIL: mail_addresses,
    TraceKind.BIRTH_DATE: birth_dates,
    TraceKind.PHONE: phone_numbers,
    TraceKind.PLATE: licence_plates,
    TraceKind.ADDRESS: addresses,
    TraceKind.POSTCODE: postcodes,
}
_CERTAINTY = {kind: place for place, kind in enumerate(TraceKind)}


def find(text: str, names: Collection[str] = (), places: Collection[str] = ()) -> tuple[Trace, ...]:
    """The traces in `text`, in the order of the text; no two overlap.

    `names` are names of people as the platform writes them, whole or a part («Sam de Vries»,
    «Sam»). They are found as whole words, whatever their capitals and accents; a name that is an
    ordinary word too («Roos», «Bakker») only with a capital that does not begin a sentence.

    `places` are names of schools, districts and organisations; those count only near another trace,
    an age or initials (`known_places`).

    Where traces overlap the longest stays; of two of one length the most certain.
    """
    found = list(_all_of(text, names))
    others = [(trace.start, trace.end) for trace in found]
    found += (Trace(TraceKind.PLACE, *span) for span in places_in(text, places, others))
    return tuple(_without_overlap(found, len(text)))


def _all_of(text: str, names: Collection[str]) -> Iterator[Trace]:
    for kind, finder in _FINDERS.items():
        for start, end in finder(text):
            yield Trace(kind, start, end)
    for start, end in names_in(text, names):
        yield Trace(TraceKind.NAME, start, end)


def _without_overlap(traces: Iterable[Trace], length: int) -> list[Trace]:
    by_weight = sorted(traces, key=lambda t: (t.start - t.end, _CERTAINTY[t.kind], t.start))
    taken = bytearray(length)
    kept = []
    for trace in by_weight:
        if not any(taken[trace.start : trace.end]):
            taken[trace.start : trace.end] = b"\1" * (trace.end - trace.start)
            kept.append(trace)
    return sorted(kept, key=lambda trace: trace.start)
