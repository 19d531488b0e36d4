"""What must stand in an entry, as a small tree; written out for either database."""

from dataclasses import dataclass
from typing import TypeAlias


@dataclass(frozen=True)
class Sign:
    """A lexeme, or with `prefix` every lexeme that begins so."""

    lexeme: str
    prefix: bool = False


@dataclass(frozen=True)
class All:
    parts: "tuple[Expression, ...]"


@dataclass(frozen=True)
class AnyOf:
    parts: "tuple[Expression, ...]"


@dataclass(frozen=True)
class Without:
    """The first, unless also the second."""

    wanted: "Expression"
    unwanted: "Expression"


Expression: TypeAlias = Sign | All | AnyOf | Without


def both(*parts: Expression | None) -> Expression:
    """All of these that are there; at least one must be."""
    there = tuple(part for part in parts if part is not None)
    return there[0] if len(there) == 1 else All(there)


def either(*parts: Expression) -> Expression:
    """One of these is enough; the same part is written once."""
    once = tuple(dict.fromkeys(parts))
    return once[0] if len(once) == 1 else AnyOf(once)


def as_fts5(expression: Expression) -> str:
    """For `MATCH` in SQLite's FTS5."""
    match expression:
        case Sign(lexeme, prefix):
            return f'"{lexeme}"*' if prefix else f'"{lexeme}"'
        case All(parts):
            return f"({' AND '.join(map(as_fts5, parts))})"
        case AnyOf(parts):
            return f"({' OR '.join(map(as_fts5, parts))})"
        case Without(wanted, unwanted):
            return f"({as_fts5(wanted)} NOT {as_fts5(unwanted)})"


def as_tsquery(expression: Expression) -> str:
    """For `@@` with a `::tsquery` in PostgreSQL."""
    match expression:
        case Sign(lexeme, prefix):
            return f"'{lexeme}':*" if prefix else f"'{lexeme}'"
        case All(parts):
            return f"({' & '.join(map(as_tsquery, parts))})"
        case AnyOf(parts):
            return f"({' | '.join(map(as_tsquery, parts))})"
        case Without(wanted, unwanted):
            return f"({as_tsquery(wanted)} & !{as_tsquery(unwanted)})"
