"""A sentence about a draft: something that must be mended, or something to think about."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    FAULT = "fout"  # a version cannot be made while it is there
    HINT = "tip"  # never in the way


@dataclass(frozen=True)
class Remark:
    """`where` names the field in Dutch; `row`: the key of the statement, None for the whole."""

    kind: Kind
    where: str
    message: str
    row: int | None = None

    def __str__(self) -> str:
        return f"{self.where}: {self.message}"


def fault(where: str, message: str, row: int | None = None) -> Remark:
    return Remark(Kind.FAULT, where, message, row)


def hint(where: str, message: str, row: int | None = None) -> Remark:
    return Remark(Kind.HINT, where, message, row)
