"""How far a programme is on the ring, from what is there and not from a flag."""

from dataclasses import dataclass
from datetime import date

from leerkring.foundation.design.templatetags.dutch import datum


@dataclass(frozen=True)
class Progress:
    """Counts of teams; `step` is where the ring stands.

    `answers`: how many answered, where that may be told; `is_asked`: the round is closed.
    `until`: the last day to answer a round that is open online; `is_late`: that day is over.
    """

    teams: int
    answers: int | None
    sessions_held: int
    published: int
    is_asked: bool
    until: date | None = None
    is_late: bool = False

    @property
    def step(self) -> str:
        if not self.is_asked:
            return "peilen"
        if self.sessions_held == 0:
            return "op maat"
        if self.published == 0 or self.sessions_held < self.teams / 2:
            return "ontmoeten"
        if self.published < self.sessions_held:
            return "vastleggen"
        return "delen"

    @property
    def sentence(self) -> str:
        """What is going on now, for the head of the page."""
        return {
            "peilen": self._asking,
            "op maat": "Elk team heeft een programma op maat. De sessies kunnen beginnen.",
            "ontmoeten": f"{self.sessions_held} van de {self.teams} teams kwamen al bij elkaar.",
            "vastleggen": f"{self.sessions_held} teams kwamen bij elkaar, "
            f"{self.published} kranten zijn uit.",
            "delen": "De kranten zijn uit. Tijd om van elkaar te lezen.",
        }[self.step]

    @property
    def _asking(self) -> str:
        if self.until is None:
            return "De teams zijn nog niet gepeild."
        if self.is_late:
            return f"Antwoorden kon tot en met {datum(self.until)}. De coördinator sluit de ronde."
        return f"De teams vullen de vragenlijst in. Dat kan tot en met {datum(self.until)}."
