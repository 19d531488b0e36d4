"""Whom one finds in the list: by name, by work, by what they know or follow; a page at a time."""

from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q

from leerkring.network.people.models import Organisation
from leerkring.network.profiles.models import Expertise, Profile, ProfileQuerySet
from leerkring.network.profiles.names import folded
from leerkring.network.profiles.portraits import Portrait
from leerkring.network.profiles.queries import drawn
from leerkring.network.themes.models import Following

PAGE = 24
COUNTED = 500  # beyond this the list says «meer dan»: counting everybody costs more than it tells
MOST_WORDS = 6


@dataclass(frozen=True)
class Sought:
    """What somebody looks for; empty means anything. `theme` and `follows` are ids of themes."""

    words: str = ""
    organisation: str = ""
    sector: str = ""
    region: str = ""
    theme: int | None = None
    follows: int | None = None

    def __bool__(self) -> bool:
        return self != Sought()


@dataclass(frozen=True)
class Page:
    """Some people in the order of their names; `before` and `after` are ids to go on from."""

    people: tuple[Portrait, ...]
    before: int | None
    after: int | None

    @property
    def is_all(self) -> bool:
        return self.before is None and self.after is None


def found(reader: Any, sought: Sought) -> ProfileQuerySet:
    """A field is looked into only where this reader sees it."""
    rows = Profile.objects.seen_by(reader)
    words = [word for word in sought.words.split() if folded(word)]
    for word in words[:MOST_WORDS]:
        rows = rows.filter(_with_word(word))
    if sought.organisation:
        named = Organisation.objects.filter(name__icontains=sought.organisation)
        rows = rows.showing("organisation").filter(organisation__in=named)
    if sought.sector:
        rows = rows.showing("sector").filter(sector=sought.sector)
    if sought.region:
        rows = rows.showing("region").filter(region__icontains=sought.region)
    if sought.theme:
        skill = Expertise.objects.filter(profile=OuterRef("pk"), theme=sought.theme)
        rows = rows.showing("expertise").filter(Exists(skill))
    if sought.follows:
        following = Following.objects.filter(person=OuterRef("person"), theme=sought.follows)
        rows = rows.showing("themes").filter(Exists(following))
    return rows


def _with_word(word: str) -> Q:
    """As the beginning of a name, or anywhere in what they tell of their work."""
    found = Q(position__icontains=word, position_seen__gte=F("closeness"))
    found |= Q(sentence__icontains=word, sentence_seen__gte=F("closeness"))
    found |= Q(organisation__name__icontains=word, organisation_seen__gte=F("closeness"))
    named = (Q(sort_name__contains=f" {part}") for part in folded(word).split())
    return found | Q(*named)


def how_many(rows: ProfileQuerySet) -> int:
    """At most `COUNTED` + 1."""
    return rows.order_by()[: COUNTED + 1].count()


def page_of(
    reader: Any, rows: ProfileQuerySet, *, after: int | None = None, before: int | None = None
) -> Page:
    """The people next to `after` or `before`.

    Whose name this reader may not see is no place in the alphabet for them either: then, as for
    somebody who has gone, it is the first page.
    """
    back = before is not None
    name = _place_of(reader, before if back else after)
    if name is None:
        back = False
    else:
        where = {"lt": before} if back else {"gt": after}
        ((way, pk),) = where.items()
        rows = rows.filter(
            Q(**{f"sort_name__{way}": name}) | Q(sort_name=name, **{f"person_id__{way}": pk})
        )
    order = ("-sort_name", "-person_id") if back else ("sort_name", "person_id")
    some = list(rows.with_work().order_by(*order)[: PAGE + 1])
    more, some = len(some) > PAGE, some[:PAGE]
    if back:
        some.reverse()
    earlier, later = (more, True) if back else (name is not None, more)
    return Page(
        people=tuple(drawn(some)),
        before=some[0].person_id if some and earlier else None,
        after=some[-1].person_id if some and later else None,
    )


def _place_of(reader: Any, person_id: int | None) -> str | None:
    if person_id is None:
        return None
    seen = Profile.objects.seen_by(reader).filter(person_id=person_id)
    return seen.values_list("sort_name", flat=True).first()
