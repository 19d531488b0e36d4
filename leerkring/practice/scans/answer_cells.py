"""What one cell with an answer says."""

import re

from leerkring.practice.scans.answers import DONT_KNOW, NOT_ANSWERED

INVALID = 254  # not an answer; never leaves the reading of a file

DONT_KNOW_WORDS = frozenset(
    {
        "weet ik niet",
        "ik weet het niet",
        "weet het niet",
        "weet niet",
        "geen idee",
        "wn",
        "?",
    }
)
_NUMBER = re.compile(r"-?[0-9]{1,4}(?:[.,]0+)?")
_NTH_OPTION = re.compile(r"AO?([0-9]{1,3})", re.IGNORECASE)


class AnswerCells(dict[str, int]):
    """From the text of a cell to the byte of `Answers.values`; understands each text once.

    - empty: not answered
    - a whole number from `low` to `high` (3, 3.0 or 3,0)
    - A3, A03 or AO03: the third option, as LimeSurvey writes answer codes
    - one of `DONT_KNOW_WORDS`, whatever its capitals: "weet ik niet"

    Anything else becomes `INVALID`; `fault_of` says why in Dutch.
    """

    def __init__(self, low: int, high: int) -> None:
        super().__init__()
        self.low, self.high = low, high

    def __missing__(self, text: str) -> int:
        value = self[text] = self._understood(text)
        return value

    def _understood(self, text: str) -> int:
        if not text:
            return NOT_ANSWERED
        if text.casefold() in DONT_KNOW_WORDS:
            return DONT_KNOW
        nth = _NTH_OPTION.fullmatch(text)
        if nth:
            option = int(nth[1])
        elif _NUMBER.fullmatch(text):
            option = int(re.split("[.,]", text)[0]) - self.low + 1
        else:
            return INVALID
        return option if 1 <= option <= self.high - self.low + 1 else INVALID

    def fault_of(self, text: str) -> str:
        """Why a text is no answer, as a Dutch sentence."""
        scale = f"{self.low} tot en met {self.high}"
        if _NUMBER.fullmatch(text):
            return f"antwoord {text} valt buiten de schaal van {scale}."
        if _NTH_OPTION.fullmatch(text):
            return (
                f"{text} is geen van de {self.high - self.low + 1} antwoorden. Bedoelt deze code "
                "«weet ik niet»? Vervang haar dan door WN."
            )
        shown = text if len(text) <= 40 else f"{text[:39]}…"
        return f"«{shown}» is geen antwoord: een getal van {scale}, «weet ik niet» of leeg."
