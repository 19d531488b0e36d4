"""The circles of the demo as data."""

from dataclasses import dataclass
from functools import cache

from leerkring.network.circles.kinds import KINDS
from leerkring.site.demo.platform.cast import Member, employers, others, writers
from leerkring.site.demo.platform.reading import THEMES, refuse, tables


@dataclass(frozen=True)
class Group:
    """One circle. `begins`, `ends` and `closed` are days before today; what is to come is below
    nought. `visibility` and `joining` are empty where the kind says it."""

    key: str
    kind: str
    name: str
    purpose: str
    themes: tuple[str, ...]
    owner: str
    facilitators: tuple[str, ...]
    members: tuple[str, ...]
    organisations: tuple[str, ...]
    beside: int
    begins: int
    ends: int | None
    house_rules: str
    visibility: str
    joining: str
    seats: int | None
    closed: int | None
    closing: str

    def writes(self, key: str) -> bool:
        return key in (self.owner, *self.facilitators, *self.members)

    def all_members(self) -> list[Member]:
        """Who writes here, and after them the people beside, from its organisations in turn;
        never more of one organisation than it has seats."""
        found = [writers()[key] for key in self.members]
        wanted = len(found) + self.beside
        queues = [
            [one for one in others() if one.employer.key == key] for key in self.organisations
        ]
        shift = sum(map(ord, self.key))
        for turn in range(max(map(len, queues), default=0)):
            for queue in queues:
                one = queue[(turn + shift) % len(queue)] if queue else None
                if one is None or one in found or len(found) >= wanted:
                    continue
                beside = sum(member.employer == one.employer for member in found)
                if self.seats is None or beside < self.seats:
                    found.append(one)
        return found


@cache
def groups() -> dict[str, Group]:
    """By key. Raises BadTexts."""
    faults, found = [], {}
    for entry in tables("circles.toml"):
        says = entry.says
        people = [says["owner"], *says.get("facilitators", ()), *says["members"]]
        faults += entry.unknown("soort", [says["kind"]], KINDS)
        faults += entry.unknown("persoon", people, writers())
        faults += entry.unknown("thema", says["themes"], THEMES)
        faults += entry.unknown("organisatie", says["organisations"], employers())
        if len(set(people)) < len(people):
            faults.append(f"{entry}: iemand staat er twee keer in.")
        found[entry.key] = Group(
            key=entry.key,
            kind=says["kind"],
            name=says["name"],
            purpose=says["purpose"],
            themes=tuple(says["themes"]),
            owner=says["owner"],
            facilitators=tuple(says.get("facilitators", ())),
            members=tuple(says["members"]),
            organisations=tuple(says["organisations"]),
            beside=says["beside"],
            begins=says["begins"],
            ends=says.get("ends"),
            house_rules=says.get("house_rules", ""),
            visibility=says.get("visibility", ""),
            joining=says.get("joining", ""),
            seats=says.get("seats"),
            closed=says.get("closed"),
            closing=says.get("closing", ""),
        )
    refuse(faults)
    return found
