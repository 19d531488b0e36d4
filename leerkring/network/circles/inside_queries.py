"""What stands inside a circle, to somebody who reads in it: what is new, and what is found."""

from dataclasses import dataclass
from typing import Any, Self
from urllib.parse import urlencode

from leerkring.foundation.notifications.frequency import Loudness
from leerkring.foundation.notifications.models import CircleLoudness
from leerkring.foundation.search.newest_queries import newest_page
from leerkring.foundation.search.queries import search
from leerkring.foundation.search.registry import searchables
from leerkring.network.circles.models import Circle

ON_A_PAGE = 10
LONGEST = 200


@dataclass(frozen=True)
class Looking:
    """What somebody looks for within the circle; nothing at all is what is new."""

    words: str = ""
    kind: str = ""
    after: str = ""

    @classmethod
    def asked(cls, given: Any) -> Self:
        kind = given.get("soort", "")
        known = {searchable.kind for searchable in searchables()}
        return cls(
            words=given.get("zoek", "").strip()[:LONGEST],
            kind=kind if kind in known else "",
            after=given.get("na", "")[:LONGEST],
        )

    def at(self, after: str) -> str:
        """The address of this question from there."""
        chosen = {"zoek": self.words, "soort": self.kind, "na": after}
        return "?" + urlencode({name: value for name, value in chosen.items() if value})


def inside(person: Any, circle: Circle, looking: Looking) -> dict[str, Any]:
    """What was written, a page at a time."""
    if looking.words or looking.kind:
        kinds = (looking.kind,) if looking.kind else ()
        page = search(
            *(person, looking.words),
            kinds=kinds,
            circle=circle.pk,
            after=looking.after,
            size=ON_A_PAGE,
        )
        hits, after = page.hits, page.after
    else:
        hits, after = newest_page(person, circle=circle.pk, after=looking.after, size=ON_A_PAGE)
    labels = {searchable.kind: searchable.label for searchable in searchables()}
    return {
        "news": hits,
        "looking": looking,
        "looked_for": labels.get(looking.kind, ""),
        "next": looking.at(after) if after else "",
        "first": looking.at("") if looking.after else "",
    }


def loudness_of(person: Any, circle: Circle) -> Loudness:
    """How much this person wants to hear of the circle."""
    rows = CircleLoudness.objects.filter(person=person, circle=circle.pk)
    chosen = rows.values_list("loudness", flat=True).first()
    return Loudness(chosen) if chosen else Loudness.NORMAL
