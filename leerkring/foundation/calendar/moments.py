"""A moment: one date on a calendar, as one person may see it."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any, Self
from zoneinfo import ZoneInfo

HOME = ZoneInfo("Europe/Amsterdam")
ZONES = {"Europe/Amsterdam": HOME, "Europe/Brussels": ZoneInfo("Europe/Brussels")}


@dataclass(frozen=True, slots=True)
class Moment:
    """One date on a calendar.

    uid         stable name within this installation, for instance "sessie-12"
    starts      with its time zone, like `ends`; a whole day runs from midnight up to the last
                minute of its last day (`of_days` makes one)
    place       one line; summary: running text of any length
    url         path of its page on the site
    sequence    grows by one with every change that people should know of
    circle      number of the circle it belongs to
    public      everyone may see it
    changed_at  when it was last changed, if the room knows

    Raises ValueError for a time without a zone, and for an end before the start.
    """

    uid: str
    title: str
    starts: datetime
    ends: datetime
    all_day: bool = False
    place: str = ""
    url: str = ""
    summary: str = ""
    sequence: int = 0
    cancelled: bool = False
    circle: int | None = None
    public: bool = False
    changed_at: datetime | None = None

    def __post_init__(self) -> None:
        if self.starts.tzinfo is None or self.ends.tzinfo is None:
            raise ValueError(f"{self.uid}: a moment has a time zone")
        if self.ends < self.starts:
            raise ValueError(f"{self.uid}: a moment ends after it starts")

    @classmethod
    def of_days(cls, uid: str, title: str, first: date, last: date, **more: Any) -> Self:
        """Whole days, the last one included."""
        starts = datetime.combine(first, time(), HOME)
        ends = datetime.combine(last, time(23, 59), HOME)
        return cls(uid, title, starts, ends, all_day=True, **more)

    @property
    def zone(self) -> ZoneInfo:
        """Its own zone where we know it; else that of the house."""
        return ZONES.get(getattr(self.starts.tzinfo, "key", ""), HOME)

    @property
    def first_day(self) -> date:
        return self.starts.astimezone(self.zone).date()

    @property
    def last_day(self) -> date:
        """The last day on which it still goes on; what ends at midnight is not of the next day."""
        if self.ends == self.starts:
            return self.first_day
        return (self.ends.astimezone(self.zone) - timedelta(microseconds=1)).date()
