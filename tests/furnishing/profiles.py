"""Profiles of the cast: one that everybody sees, some for who is signed in, one for nobody.

The person from the other team knows about debts, and wants to be asked a few times a month.
"""

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from leerkring.foundation.files.checking import check
from leerkring.foundation.files.kinds import Group
from leerkring.network.people.actions import organisation_named
from leerkring.network.profiles.actions import keep_profile
from leerkring.network.profiles.photo_actions import show_face
from leerkring.network.profiles.visibility import FIELDS

EVERYTHING_OPEN = {field.column: 3 for field in FIELDS if field.name != "email"}


def furnish(world: Any) -> None:
    """`profiles: <who>` is a profile; whoever is not among them has none. Two show their face."""
    people = world.people
    told: dict[str, dict[str, Any]] = {
        "facilitator": {"position": "Gespreksleider", **EVERYTHING_OPEN},
        "professional": {"position": "Jeugdverpleegkundige", "sector": "jeugdgezondheid"},
        "team_mate": {"position": "Maatschappelijk werker"},
        "other_team": {
            "position": "Gezinscoach",
            "organisation": organisation_named("De Wal"),
            "expertise": [world.things["themes other"]],
            "questions_a_month": 8,
        },
        "coordinator": {"position": "Coördinator", "name_seen": 3},
        "manager": {"position": "Teamleider", "name_seen": 0},
    }
    for key, fields in told.items():
        profile = keep_profile(people[key], name=people[key].name, **fields)
        world.things[f"profiles: {key}"] = profile
    for key in ("facilitator", "coordinator"):
        show_face(world.things[f"profiles: {key}"], check(a_face(), only=[Group.PICTURE]))


def a_face() -> SimpleUploadedFile:
    out = BytesIO()
    Image.new("RGB", (40, 60), (180, 120, 60)).save(out, "PNG")
    return SimpleUploadedFile("gezicht.png", out.getvalue())
