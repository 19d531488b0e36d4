"""Reads over profiles. Every one of them starts at `Profile.objects.seen_by(reader)`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from typing import Any

from django.db.models import BigIntegerField, Exists, OuterRef, Q, QuerySet

from leerkring.foundation.files.models import StoredFile
from leerkring.network.people.models import Municipality, Organisation
from leerkring.network.profiles.models import Expertise, Profile
from leerkring.network.profiles.portraits import Named, Portrait, portrait
from leerkring.network.profiles.registry import ties_of
from leerkring.network.profiles.visibility import Reach
from leerkring.network.themes.models import Following, Theme

SUGGESTED = 100  # names under a field in which one may type anything


def portraits(reader: Any, person_ids: Iterable[int]) -> dict[int, Portrait]:
    """Whom of these people this reader may see, and what of them; three queries in all."""
    ids = [pk for pk in person_ids if pk <= BigIntegerField.MAX_BIGINT]  # from an address
    rows = Profile.objects.seen_by(reader).filter(person_id__in=ids)
    return {row.person_id: row for row in drawn(rows.with_work())}


def portrait_of(reader: Any, person_id: int) -> Portrait | None:
    return portraits(reader, [person_id]).get(person_id)


def drawn(profiles: Iterable[Any]) -> list[Portrait]:
    """Portraits of rows that came through `seen_by`, in their order; two queries more."""
    rows = list(profiles)
    skills = _named(Expertise.objects.filter(profile__in=rows), "profile_id")
    ids = [row.person_id for row in rows]
    interests = _named(Following.objects.filter(person_id__in=ids), "person_id")
    found = (portrait(row, row.closeness, skills[row.pk], interests[row.person_id]) for row in rows)
    return [one for one in found if one is not None]


def _named(rows: QuerySet[Any], owner: str) -> dict[int, list[Named]]:
    themes = defaultdict(list)
    for row in rows.select_related("theme").order_by("theme__name", "pk"):
        themes[getattr(row, owner)].append(named(row.theme))
    return themes


def named(theme: Theme) -> Named:
    return Named(theme.name, theme.get_absolute_url())


def preview(
    profile: Profile, expertise: Sequence[Theme], themes: Sequence[Theme]
) -> list[tuple[str, Portrait | None]]:
    """How others would see this profile, which need not be kept: (who, what), wide to narrow."""
    skills, interests = [named(t) for t in expertise], [named(t) for t in themes]
    return [
        (who, portrait(profile, reach, skills, interests))
        for reach, who in (
            (Reach.EVERYONE, "Iedereen op internet"),
            (Reach.SIGNED_IN, "Wie is ingelogd"),
            (Reach.TIES, "Mensen in je kringen"),
        )
    ]


def experts_on(theme_ids: Iterable[int], *, exclude: Collection[int] = ()) -> QuerySet[Profile]:
    """Who may be asked about one of these themes: they said so, for some questions a month.

    Whether others see that expertise makes no difference: it is the site that asks, and the
    person who decides whether to answer.
    """
    skills = Expertise.objects.filter(profile=OuterRef("pk"), theme__in=list(theme_ids))
    willing = Profile.objects.filter(person__is_active=True, questions_a_month__gt=0)
    rows = willing.filter(Exists(skills)).exclude(person_id__in=list(exclude))
    return rows.select_related("person").order_by("pk")


def photo_of(reader: Any, person_id: int) -> StoredFile | None:
    if person_id > BigIntegerField.MAX_BIGINT:
        return None
    rows = Profile.objects.seen_by(reader).showing("photo").filter(person_id=person_id)
    found = rows.select_related("photo").first()
    return found.photo if found else None


def own_profile(person: Any) -> Profile:
    """The profile of this person; before they kept one, a fresh one that is not in the database."""
    found = Profile.objects.filter(person=person).with_work().first()
    return found or Profile(person=person)


def shown_organisations(reader: Any) -> list[str]:
    """Names that this reader sees with at least one person anyway."""
    wide, near = _shown(reader, "organisation")
    names = Organisation.objects.order_by().values_list("name", flat=True)
    shown = names.filter(Exists(wide.filter(organisation=OuterRef("pk"))))
    both = shown.union(names.filter(pk__in=near.values("organisation"))).order_by("name")
    return list(both[:SUGGESTED])


def shown_regions(reader: Any) -> list[str]:
    wide, near = _shown(reader, "region")
    names = Municipality.objects.order_by().values_list("name", flat=True)
    shown = names.filter(Exists(wide.filter(region=OuterRef("name"))))
    both = shown.union(names.filter(name__in=near.values("region"))).order_by("name")
    return list(both[:SUGGESTED])


def _shown(reader: Any, field: str) -> tuple[QuerySet[Profile], QuerySet[Profile]]:
    """Who shows this to everybody like this reader, and who of those near: asked apart, since only
    for the few who are near it must be looked up how near they are."""
    reach = Reach.SIGNED_IN if reader.is_authenticated else Reach.EVERYONE
    wide_enough = {"name_seen__gte": reach, f"{field}_seen__gte": reach}
    wide = Profile.objects.filter(person__is_active=True, **wide_enough)
    close = Q(person=reader.pk)
    for ids in ties_of(reader) if reader.is_authenticated else ():
        close |= Q(person_id__in=ids)
    return wide, Profile.objects.seen_by(reader).showing(field).filter(close)
