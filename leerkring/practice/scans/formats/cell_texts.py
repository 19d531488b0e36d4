"""Texts as other programs can hold them, and back without loss."""

import re

from leerkring.foundation.tables.writing import neutral

# What XML 1.0 cannot hold (section 2.2, Char), and so neither can a workbook.
_UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def writable(text: str) -> str:
    """Without the control signs and half characters that XML does not allow."""
    return _UNWRITABLE.sub("", text)


def guarded(text: str) -> str:
    """Text that no spreadsheet takes for a formula, of which `unguarded` makes the text again.

    As `tables.writing.neutral`, and a text that already begins as a guarded one gets one more
    apostrophe, so that nothing is lost on the way back.
    """
    text = writable(text)
    return f"'{text}" if _is_dangerous(text.lstrip("'")) else text


def unguarded(text: str) -> str:
    """What `guarded` was given."""
    bare = text.lstrip("'")
    return text[1:] if bare != text and _is_dangerous(bare) else text


def short(text: str, most: int = 60) -> str:
    """The beginning of a text, for a sentence about it."""
    return text if len(text) <= most else f"{text[: most - 1].rstrip()}…"


def _is_dangerous(text: str) -> bool:
    return neutral(text) != text
