"""Who is on the platform: organisations, people who write, and people put together from names."""

import random
from dataclasses import dataclass
from functools import cache

from leerkring.network.people.slugs import slugs
from leerkring.site.demo.content import demo_people
from leerkring.site.demo.platform.reading import THEMES, refuse, tables

SEED = 2026
DOMAIN = "voorbeeld.invalid"
SEEN = ("open", "gewoon", "kringen", "dicht")


@dataclass(frozen=True)
class Employer:
    """An invented organisation; `weight` is how many people of the demo work there."""

    key: str
    name: str
    sector: str
    region: str
    weight: int


@dataclass(frozen=True)
class Member:
    """Somebody with a profile. `seen` says which fields others see (see people_building)."""

    key: str
    name: str
    email: str
    employer: Employer
    sector: str
    position: str
    sentence: str = ""
    expertise: tuple[str, ...] = ()
    follows: tuple[str, ...] = ()
    questions: int = 0
    seen: str = "gewoon"
    is_cast: bool = False


@cache
def employers() -> dict[str, Employer]:
    """By key. The demo says of each that it is invented, as teams.csv does."""
    return {
        entry.key: Employer(
            key=entry.key, **{**entry.says, "name": f"{entry.says['name']} (verzonnen)"}
        )
        for entry in tables("organisations.toml")
    }


@cache
def writers() -> dict[str, Member]:
    """People with words of their own, the cast among them, by key. Raises BadTexts."""
    cast = {person.key: person for person in demo_people()}
    entries = list(tables("people.toml"))
    faults = []
    for entry in entries:
        faults += entry.unknown("organisatie", [entry.says["organisation"]], employers())
        named = [*entry.says.get("expertise", ()), *entry.says.get("follows", ())]
        faults += entry.unknown("thema", named, THEMES)
        faults += entry.unknown("zichtbaarheid", [entry.says["seen"]], SEEN)
        if entry.key not in cast and "name" not in entry.says:
            faults.append(f"{entry}: de naam ontbreekt.")
    refuse(faults)
    names = [cast[e.key].name if e.key in cast else str(e.says["name"]) for e in entries]
    addresses = slugs(names)
    found = {}
    for entry, name, address in zip(entries, names, addresses, strict=True):
        says = dict(entry.says)
        employer = employers()[says.pop("organisation")]
        known = cast.get(entry.key)
        found[entry.key] = Member(
            key=entry.key,
            name=name,
            email=known.email if known else f"{address.replace('-', '.')}@{DOMAIN}",
            employer=employer,
            sector=says.pop("sector", employer.sector),
            position=says.pop("position"),
            sentence=says.pop("sentence", ""),
            expertise=tuple(says.pop("expertise", ())),
            follows=tuple(says.pop("follows", ())),
            questions=says.pop("questions", 0),
            seen=says.pop("seen"),
            is_cast=known is not None,
        )
    return found


@cache
def others() -> tuple[Member, ...]:
    """People with an invented name who fill up the organisations; the same ones every time."""
    draw = random.Random(SEED)  # noqa: S311
    there = [member.employer.key for member in writers().values()]
    places = [
        employer
        for employer in employers().values()
        for _ in range(employer.weight - there.count(employer.key))
    ]
    names = _names(len(places), draw)
    rows = zip(places, names, slugs(names), strict=True)
    return tuple(_other(employer, name, address, draw) for employer, name, address in rows)


def _names(number: int, draw: random.Random) -> list[str]:
    """Different names, in the proportions of names.toml."""
    groups = {entry.key: entry.says for entry in tables("names.toml")}
    shares = [group["share"] for group in groups.values()]
    taken = {member.name for member in writers().values()}
    found: list[str] = []
    while len(found) < number:
        group = groups[draw.choices(list(groups), shares)[0]]
        name = f"{draw.choice(group['first'])} {draw.choice(group['last'])}"
        if name not in taken:
            taken.add(name)
            found.append(name)
    return found


def _other(employer: Employer, name: str, address: str, draw: random.Random) -> Member:
    positions = next(iter(tables("positions.toml"))).says[employer.sector]
    knows = draw.random() < 0.2
    return Member(
        key=address,
        name=name,
        email=f"{address.replace('-', '.')}.{employer.key}@{DOMAIN}",
        employer=employer,
        sector=employer.sector,
        position=draw.choice(positions),
        expertise=tuple(draw.sample(THEMES, draw.choice((1, 1, 2)))) if knows else (),
        follows=tuple(draw.sample(THEMES, draw.choice((0, 0, 1, 2, 3)))),
        questions=draw.choice((1, 2, 3)) if knows else 0,
        seen=draw.choices(SEEN, (25, 50, 15, 10))[0],
    )
