"""What there is to plan a week with, and what a proposal cannot do without."""

from dataclasses import dataclass

from django.urls import reverse

from leerkring.loop.programmes.models import Programme


@dataclass(frozen=True)
class Need:
    """Something to plan with: `many` of it are there; `ask` is what a button says when none are."""

    title: str
    what: str
    many: int
    told: str
    ask: str
    url: str


@dataclass(frozen=True)
class Basics:
    needs: tuple[Need, ...]

    @property
    def missing(self) -> tuple[Need, ...]:
        """In the order in which they are best filled in."""
        return tuple(need for need in self.needs if not need.many)

    @property
    def missing_words(self) -> str:
        """«dagdelen, gespreksleiders en zalen»"""
        *first, last = [need.what for need in self.missing] or [""]
        return f"{', '.join(first)} en {last}" if first else last


def basics_of(programme: Programme) -> Basics:
    """Half-days, people who lead, and rooms: three queries."""

    def url(name: str, **more: str) -> str:
        kwargs = {"pk": programme.pk, "slug": programme.slug, **more}
        return reverse(f"programmes:{name}", kwargs=kwargs)

    half_days = programme.half_days.count()
    leads = programme.week_people.filter(most__gt=0).exclude(person=None).count()
    rooms = programme.week_rooms.count()
    leading = "1 gespreksleider" if leads == 1 else f"{leads} gespreksleiders"
    people_url, rooms_url = url("week_table", part="mensen"), url("week_table", part="zalen")
    return Basics(
        (
            Need(
                "Dagdelen", "dagdelen", half_days, str(half_days),
                "Kies ochtenden en middagen", url("week_half_days"),
            ),
            Need(
                "Gespreksleiders en dagvoorzitters", "gespreksleiders", leads, leading,
                "Zet gespreksleiders klaar", people_url,
            ),
            Need("Zalen", "zalen", rooms, str(rooms), "Zet zalen klaar", rooms_url),
        )
    )  # fmt: skip
