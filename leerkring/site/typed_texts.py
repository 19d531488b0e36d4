"""What somebody typed themselves, among all that a form sends along.

A form does not tell which of its values were typed: keys, choices and buttons come the same way.
Words do: a key has no spaces, and a choice is a code in small letters.
"""

import re
from collections.abc import Iterable

from leerkring.foundation.language.html_text import text_of

_NEVER = re.compile(r"csrf|pass|wachtwoord|secret|token|guard|code|\bkey$|^newer$|^reply$", re.I)
_ONE_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*[.!?…]*")
_RICH = re.compile(r"\s*<(?:p|h[1-6]|ul|ol|blockquote|figure|pre)\b", re.I)
_MOST, _LONGEST = 30, 60_000  # more than any form of the house takes


def typed_texts(sent: Iterable[tuple[str, list[str]]]) -> list[str]:
    """The texts among `(name, values)`, in the order of the form and each once.

    What an editor made of a text comes without its tags. Passwords, keys and codes never come, not
    even those of several words.
    """
    values = (value for name, told in sent if not _NEVER.search(name) for value in told)
    texts = (_plain(value.replace("\x00", "")[:_LONGEST]) for value in values)
    return list(dict.fromkeys(text for text in texts if _reads_as_typed(text)))[:_MOST]


def _plain(value: str) -> str:
    return (text_of(value).plain if _RICH.match(value) else value).strip()


def _reads_as_typed(text: str) -> bool:
    if any(sign.isspace() for sign in text):
        return True
    return bool(_ONE_WORD.fullmatch(text)) and (text[:1].isupper() or not text[-1:].isalpha())
