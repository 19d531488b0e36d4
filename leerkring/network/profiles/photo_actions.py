"""Showing one's face, and taking it away again."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from leerkring.foundation.files.actions import keep_file
from leerkring.foundation.files.kinds import Group
from leerkring.network.profiles.models import Profile
from leerkring.network.profiles.photos import squared


@transaction.atomic
def show_face(profile: Profile, photo: Any) -> None:
    """Keep a checked picture as the photo of this person; the one before goes with the sweep."""
    square = SimpleUploadedFile("foto.jpg", squared(photo.content.read()))
    profile.photo = keep_file(square, by=profile.person, only=[Group.PICTURE])
    profile.save(update_fields=["photo"])


def hide_face(profile: Profile) -> None:
    profile.photo = None
    profile.save(update_fields=["photo"])
