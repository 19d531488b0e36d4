"""Keeping a profile, and going to work elsewhere."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction

from leerkring.foundation.activity.actions import record
from leerkring.foundation.search.actions import index, index_many
from leerkring.network.people.actions import leave_teams, rename
from leerkring.network.people.models import Organisation, Person
from leerkring.network.profiles.models import Expertise, Profile
from leerkring.network.profiles.names import folded
from leerkring.network.profiles.queries import fingerprint, own_profile
from leerkring.network.profiles.registry import Handover
from leerkring.network.profiles.rules import heirs_of, held_by
from leerkring.network.profiles.visibility import Reach
from leerkring.network.themes.actions import follow, unfollow
from leerkring.network.themes.models import Theme


class ReadsOtherwise(Exception):
    """Since somebody looked at their profile, a moderator or they themselves changed it."""


@transaction.atomic
def keep_profile(
    person: Person,
    *,
    name: str,
    expertise: Iterable[Theme] = (),
    themes: Iterable[Theme] | None = None,
    seen: str = "",
    **told: Any,
) -> Profile:
    """Write down what a person tells, and who sees it; from now on they can be found.

    `told`: fields of `Profile`, their reaches among them; what is left out stays as it was.
    `themes` are those they follow; None leaves them as they are. `seen` is `fingerprint` as they
    saw it. Raises ReadsOtherwise when it is not what stands there: what a moderator took away
    would come back.
    """
    Profile.objects.select_for_update().filter(person=person).first()  # one at a time
    profile = own_profile(person)
    if seen and seen != fingerprint(profile):
        raise ReadsOtherwise
    rename(person, name)
    for field, value in told.items():
        setattr(profile, field, value)
    profile.person = person
    profile.sort_name = "".join(f" {word}" for word in folded(person.name).split())
    new = profile.pk is None
    profile.full_clean(exclude=["sort_name"])
    profile.save()
    _know(profile, expertise)
    if themes is not None:
        _follow(person, themes)
    index(profile)
    if new:
        record("profiles.begun", by=person, about=profile, sentence="Staat nu bij de deelnemers.")
    return profile


def find_by_ties(person: Any) -> None:
    """Who shows their name to people in their circles is found by those of now. Call it inside the
    transaction in which somebody comes into a circle, or leaves one.
    """
    profiles = Profile.objects.filter(person=person, name_seen=Reach.TIES)
    index_many(profiles.with_work())


def _know(profile: Profile, themes: Iterable[Theme]) -> None:
    wanted = {theme.pk for theme in themes}
    profile.expertise.exclude(theme__in=wanted).delete()
    there = set(profile.expertise.values_list("theme_id", flat=True))
    Expertise.objects.bulk_create(
        Expertise(profile=profile, theme_id=pk) for pk in sorted(wanted - there)
    )


def _follow(person: Person, themes: Iterable[Theme]) -> None:
    wanted = {theme.pk: theme for theme in themes}
    there = {theme.pk: theme for theme in Theme.objects.filter(followings__person=person)}
    for pk in wanted.keys() - there.keys():
        follow(wanted[pk], person=person)
    for pk in there.keys() - wanted.keys():
        unfollow(there[pk], person=person)


def relink_expertise(old: int, new: int) -> None:
    """One theme became part of another: who knows about the old one knows about the new one."""
    changed = list(Profile.objects.filter(expertise__theme=old).values_list("pk", flat=True))
    there = Expertise.objects.filter(theme=new).values("profile")
    Expertise.objects.filter(theme=old, profile__in=there).delete()
    Expertise.objects.filter(theme=old).update(theme=new)
    index_many(Profile.objects.filter(pk__in=changed).with_work())


Heirs = Mapping[tuple[str, str], Person]


@transaction.atomic
def change_employer(
    person: Person, *, to: Organisation | None, since: date, handovers: Heirs
) -> Profile:
    """Go to another organisation with the same account; what belongs to the job stays behind.

    `handovers`: for (label, pk as text) of a thing the person who takes it over. Teams of other
    organisations are left as well, so that their pages close. `to` None: no employer now.
    Raises ValidationError when something that must stay has nobody, or somebody who may not.
    """
    profile = Profile.objects.select_for_update().filter(person=person).first()
    if profile is None:
        raise ValidationError("Bewaar eerst je profiel.")
    if to is not None and to.pk == profile.organisation_id:
        raise ValidationError({"organisation": "Daar werk je al."})
    given = _given(person, handovers)
    for kind, thing, heir in given:
        kind.hand_to(thing, heir)
    left = leave_teams(person, keep=to, until=since)
    profile.organisation = to
    profile.save(update_fields=["organisation"])
    index(profile)
    sentence = f"Veranderde van werkgever, droeg {len(given)} over en verliet {len(left)} teams."
    record("profiles.changed_employer", by=person, about=profile, sentence=sentence)
    return profile


def _given(person: Person, handovers: Heirs) -> list[tuple[Handover, Any, Person]]:
    """Everything that is handed over, after a look at what this person holds now."""
    given, faults = [], []
    for kind, things in held_by(person):
        for thing in things:
            heir = handovers.get((kind.label, str(thing.pk)))
            heirs = {one.person_id for one in heirs_of(person, kind, thing)}
            if heir is not None and heir.pk in heirs:
                given.append((kind, thing, heir))
            elif heir is not None:
                faults.append(f"{thing}: deze persoon kan dit niet overnemen.")
            elif kind.stays and heirs:
                faults.append(f"{thing}: kies wie dit overneemt.")
    if faults:
        raise ValidationError(faults)
    return given
