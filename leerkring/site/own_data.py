"""What is kept of one person, as they read it: by subject, with why, how long and how many."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse

from leerkring.foundation.privacy.registry import OnErasure, PersonalData, registered
from leerkring.network.circles.handover_actions import owned_by
from leerkring.network.circles.models import Circle, Membership, Role

# Rooms under a heading that people know, in the order in which it is read; the rest comes last.
SUBJECTS = (
    ("Je account en je profiel", ("people", "profiles", "account", "mfa", "socialaccount",
                                  "entrance", "dossier")),
    ("Wat je schreef en toevoegde", ("posts", "questions", "remarks", "files", "language",
                                     "moderation")),
    ("Werkgroepen en thema's", ("circles", "themes")),
    ("Peilingen, sessies en kranten", ("programmes", "answering", "scans", "gatherings",
                                       "newspapers", "advice", "instruments", "pulses")),
    ("Bijeenkomsten", ("meetings", "attendance", "boards", "reports")),
    ("Afspraken, voornemens en dilemma's", ("agreements", "commitments", "dilemmas")),
    ("Meldingen en vindbaarheid", ("notifications", "search", "calendar")),
)  # fmt: skip
OTHERWISE = "Wat er verder gebeurde"
HEADINGS = (*(heading for heading, _ in SUBJECTS), OTHERWISE)

# Where a kind can be changed by its person; what is not here cannot be.
CHANGED_AT = {
    "people.person": ("profiles:own", ()),
    "profiles.profile": ("profiles:own", ()),
    "profiles.expertise": ("profiles:own", ()),
    "account.emailaddress": ("account_email", ()),
    "mfa.authenticator": ("mfa_index", ()),
    "socialaccount.socialaccount": ("socialaccount_connections", ()),
    "entrance.signin": ("entrance:sign_ins", ()),
    "posts.post": ("posts:mine", ()),
    "posts.draft": ("posts:mine", ()),
    "agreements.contact": ("agreements:list", ()),
    "commitments.commitment": ("commitments:list", ()),
    "circles.membership": ("circles:list", ()),
    "circles.invitation": ("circles:list", ()),
    "themes.following": ("themes:list", ()),
    "notifications.preference": ("notifications:settings", ()),
    "notifications.circleloudness": ("notifications:settings", ()),
    "notifications.digeststop": ("notifications:settings", ()),
    "notifications.mailbox": ("notifications:settings", ()),
    "notifications.notice": ("notifications:list", ()),
    "search.entry": ("profiles:own", ()),
}
PERIODS = {
    730: "Twee jaar",
    365: "Een jaar",
    183: "Een half jaar",
    31: "Een maand",
    7: "Een week",
    1: "Een dag",
}


@dataclass(frozen=True)
class Kept:
    """One kind: `number` rows of it; `change` is the address where it can be changed, or empty."""

    entry: PersonalData
    number: int
    how_long: str
    change: str


def kept_of(person: Any) -> dict[str, list[Kept]]:
    """Per heading every kind of which there is something, in the order of `SUBJECTS`."""
    found: dict[str, list[Kept]] = {heading: [] for heading in HEADINGS}
    for entry in registered():
        number = entry.rows_of(person).count()
        if number:
            kept = Kept(entry, number, how_long(entry), _change(entry))
            found[heading_of(entry)].append(kept)
    return {heading: kinds for heading, kinds in found.items() if kinds}


def kinds_by_subject() -> dict[str, list[Kept]]:
    """Every kind there is, whoever's: what the statement tells."""
    found: dict[str, list[Kept]] = {heading: [] for heading in HEADINGS}
    for entry in registered():
        found[heading_of(entry)].append(Kept(entry, 0, how_long(entry), ""))
    return {heading: kinds for heading, kinds in found.items() if kinds}


def heading_of(entry: PersonalData) -> str:
    app = entry.model._meta.app_label
    return next((heading for heading, apps in SUBJECTS if app in apps), OTHERWISE)


def how_long(entry: PersonalData) -> str:
    """In words, from the registry."""
    if entry.keep is not None:
        return period(entry.keep)
    if entry.choices:
        return "Zolang je meedoet; daarna kies je zelf"
    if entry.on_erasure is OnErasure.ANONYMISE:
        return "Blijft, na je vertrek zonder je naam"
    return "Zolang je meedoet"


def period(time: timedelta) -> str:
    return PERIODS.get(time.days, f"{time.days} dagen")


def _change(entry: PersonalData) -> str:
    name, about = CHANGED_AT.get(entry.model._meta.label_lower, ("", ()))
    own = entry.path.split("__")[0] not in {"by", "decided_by", "owner"}
    return reverse(name, args=about) if name and own else ""


def what_becomes(person: Any) -> dict[OnErasure, list[Kept]]:
    """Kinds without a choice, of which there is something, by what happens when a person leaves."""
    found: dict[OnErasure, list[Kept]] = {way: [] for way in OnErasure}
    for kept in _all_kept(person):
        if not kept.entry.choices:
            found[kept.entry.on_erasure].append(kept)
    return found


def open_choices(person: Any) -> list[Kept]:
    """Kinds of which the person chooses what becomes of them."""
    return [kept for kept in _all_kept(person) if kept.entry.choices]


def _all_kept(person: Any) -> Iterator[Kept]:
    for kinds in kept_of(person).values():
        yield from kinds


def left_without_owner(person: Any) -> list[Circle]:
    """Circles of which this person is the only owner."""
    others = Membership.objects.running().filter(role=Role.OWNER).exclude(person=person)
    return list(owned_by(person).exclude(pk__in=others.values("circle")))
