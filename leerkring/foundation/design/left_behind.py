"""What somebody wrote where they do not read any more; shown by `design/_left.html`."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True)
class LeftBehind:
    """Something of their own: its words and day, what it is («vraag»), where it is taken away."""

    words: str
    what: str
    at: datetime
    url: str
