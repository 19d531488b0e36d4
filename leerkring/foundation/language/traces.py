"""What points at one person in a text: of which kind, and where it stands."""

from dataclasses import dataclass
from enum import StrEnum


class TraceKind(StrEnum):
    """Kinds of traces, the most certain first; `label` is what a person reads."""

    label: str

    BSN = "bsn", "burgerservicenummer"
    REGISTER_NUMBER = "rijksregisternummer", "rijksregisternummer"
    IBAN = "iban", "rekeningnummer"
    MAIL = "mail", "mailadres"
    BIRTH_DATE = "geboortedatum", "geboortedatum"
    PHONE = "telefoon", "telefoonnummer"
    PLATE = "kenteken", "kenteken"
    ADDRESS = "adres", "adres"
    POSTCODE = "postcode", "postcode"
    NAME = "naam", "naam"
    PLACE = "plek", "school, wijk of organisatie"

    def __new__(cls, value: str, label: str) -> "TraceKind":
        kind = str.__new__(cls, value)
        kind._value_ = value
        kind.label = label
        return kind


@dataclass(frozen=True, slots=True)
class Trace:
    """`text[start:end]` points at somebody; positions count characters of the text as given."""

    kind: TraceKind
    start: int
    end: int
