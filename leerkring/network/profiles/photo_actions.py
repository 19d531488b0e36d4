"""Showing one's face, and taking it away again."""

from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction

from leerkring.foundation.files.actions import keep_file
from leerkring.foundation.files.kinds import Group
from leerkring.network.profiles.models import Cover, Profile
from leerkring.network.profiles.photos import squared


class HiddenFace(Exception):
    """A moderator hid this very photo."""


@transaction.atomic
def show_face(profile: Profile, photo: Any) -> None:
    """Keep a checked picture as the photo of this person; the one before goes with the sweep.
    Raises HiddenFace."""
    square = SimpleUploadedFile("foto.jpg", squared(photo.content.read()))
    profile.photo = keep_file(square, by=profile.person, only=[Group.PICTURE])
    if Cover.objects.filter(profile=profile, photo_sha256=profile.photo.sha256).exists():
        raise HiddenFace
    profile.save(update_fields=["photo"])


def hide_face(profile: Profile) -> None:
    profile.photo = None
    profile.save(update_fields=["photo"])
