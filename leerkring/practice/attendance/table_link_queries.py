"""The address of a table: signed, so that nobody makes up one of another meeting."""

from django.core.signing import BadSignature, Signer
from django.urls import reverse

TABLE = "leerkring.attendance.table"
CHOOSE = 0  # not at a table yet


def table_path(meeting: int, table: int = CHOOSE, page: str = "table") -> str:
    return reverse(f"attendance:{page}", args=[token_of(meeting, table)])


def token_of(meeting: int, table: int) -> str:
    return Signer(salt=TABLE, sep=".").sign(f"{meeting}-{table}")


def behind_table(token: str) -> tuple[int, int] | None:
    """The number of the meeting and of the table; None for anything that was not signed here."""
    try:
        meeting, table = Signer(salt=TABLE, sep=".").unsign(token).split("-")
        return int(meeting), int(table)
    except (BadSignature, ValueError):
        return None
