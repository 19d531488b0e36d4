"""What one reader sees of one person. What they may not see is not in it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from leerkring.network.profiles.names import initials
from leerkring.network.profiles.visibility import FIELDS, shows

TONES = 6  # colours of the round with initials, in profiles.css


@dataclass(frozen=True)
class Named:
    """A theme by name and address."""

    name: str
    url: str


@dataclass(frozen=True)
class Portrait:
    """Texts are empty and `photo` is None where this reader sees nothing. `url`: of the page.
    `profile_id` is None where nothing is kept yet."""

    person_id: int
    name: str
    url: str = ""
    email: str = ""
    organisation: str = ""
    position: str = ""
    sector: str = ""
    region: str = ""
    sentence: str = ""
    photo: Any = None
    questions_a_month: int = 0
    expertise: tuple[Named, ...] = ()
    themes: tuple[Named, ...] = ()
    profile_id: int | None = None

    @property
    def initials(self) -> str:
        return initials(self.name)

    @property
    def tone(self) -> int:
        return self.person_id % TONES + 1

    @property
    def photo_url(self) -> str:
        """Another photo has another address, so that no browser shows the one before."""
        return f"{self.url}foto/?{str(self.photo)[:8]}" if self.photo else ""

    @property
    def work(self) -> str:
        """Function and organisation in one line."""
        return ", ".join(filter(None, (self.position, self.organisation)))

    @property
    def place(self) -> str:
        return " · ".join(filter(None, (self.sector, self.region)))

    @property
    def tells_more(self) -> bool:
        return bool(self.sentence or self.expertise or self.themes or self.email)


def portrait(
    profile: Any, closeness: int, expertise: Sequence[Named] = (), themes: Sequence[Named] = ()
) -> Portrait | None:
    """`profile` (a row of `models.Profile`, with its person) as seen from `closeness`."""
    if profile.name_seen < closeness:
        return None
    open_ = {
        field.name
        for field in FIELDS
        if shows(getattr(profile, field.column), profile.name_seen, closeness)
    }
    return Portrait(
        person_id=profile.person_id,
        name=str(profile.person.name),
        url=profile.url,
        email=profile.person.email if "email" in open_ else "",
        organisation=str(profile.organisation or "") if "organisation" in open_ else "",
        position=profile.position if "position" in open_ else "",
        sector=profile.get_sector_display() if "sector" in open_ else "",
        region=profile.region if "region" in open_ else "",
        sentence=profile.sentence if "sentence" in open_ else "",
        photo=profile.photo_id if "photo" in open_ else None,
        questions_a_month=profile.questions_a_month if "expertise" in open_ else 0,
        expertise=tuple(expertise) if "expertise" in open_ else (),
        themes=tuple(themes) if "themes" in open_ else (),
        profile_id=profile.pk,
    )
