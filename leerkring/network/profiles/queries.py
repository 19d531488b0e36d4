"""Reads over profiles. Every one of them starts at `Profile.objects.seen_by(reader)`."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    Exists,
    F,
    OuterRef,
    QuerySet,
    Value,
    When,
)

from leerkring.foundation.files.models import StoredFile
from leerkring.foundation.statements.made_once import made_once
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
            (Reach.SIGNED_IN, "Iedereen met een account"),
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
    found = Profile.objects.filter(person=person).with_work().select_related("cover").first()
    return found or Profile(person=person)


def fingerprint(profile: Profile) -> str:
    """What a moderator can take away, in one word: for who has their profile open meanwhile."""
    told = (profile.person.name, profile.position, profile.region, profile.sentence)
    return sha256(repr((*told, profile.photo_id)).encode()).hexdigest()


@dataclass(frozen=True)
class Suggested:
    """Names that this reader sees with at least one person anyway, in the order of the alphabet."""

    organisations: list[str]
    regions: list[str]


def suggested(reader: Any) -> Suggested:
    """Who is near is asked apart from everybody else, so that the database stops at the first names
    that will do."""
    reach, near = _reach_of(reader), _near(reader)
    organisations = {*_wide_organisations(reach), *(name for name, _ in near)} - {"", None}
    regions = {*_wide_regions(reach), *(name for _, name in near)} - {""}
    return Suggested(sorted(organisations)[:SUGGESTED], sorted(regions)[:SUGGESTED])


def _reach_of(reader: Any) -> Reach:
    return Reach.SIGNED_IN if reader.is_authenticated else Reach.EVERYONE


@made_once
def _wide_organisations(reach: Reach) -> QuerySet[Organisation, str]:
    wide = _wide(reach, "organisation").filter(organisation=OuterRef("pk"))
    rows = Organisation.objects.filter(Exists(wide)).order_by("name")
    return rows.values_list("name", flat=True)[:SUGGESTED]


@made_once
def _wide_regions(reach: Reach) -> QuerySet[Municipality, str]:
    wide = _wide(reach, "region").filter(region=OuterRef("name"))
    rows = Municipality.objects.filter(Exists(wide)).order_by("name")
    return rows.values_list("name", flat=True)[:SUGGESTED]


def _wide(reach: Reach, field: str) -> QuerySet[Profile]:
    """Who shows this to everybody like the reader."""
    wide_enough = {"name_seen__gte": reach, f"{field}_seen__gte": reach}
    return Profile.objects.filter(person__is_active=True, **wide_enough)


def _near(reader: Any) -> Iterable[tuple[str | None, str]]:
    """Organisation and region of the few who are near this reader, where they show it to them."""
    if not reader.is_authenticated:
        return ()
    # looked up first: one of two conditions would have the database look at everybody
    close = {reader.pk, *(pk for ids in ties_of(reader) for pk in ids)}
    known = Exists(Municipality.objects.filter(name=OuterRef("region")))
    organisation = When(organisation_seen__gte=F("closeness"), then=F("organisation__name"))
    region = When(known, region_seen__gte=F("closeness"), then=F("region"))
    rows = Profile.objects.seen_by(reader).filter(person_id__in=close)
    return rows.values_list(
        Case(organisation, default=Value("")), Case(region, default=Value(""))
    ).distinct()
