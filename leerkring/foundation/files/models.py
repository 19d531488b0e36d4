"""What is known of a file; its bytes lie in the vault."""

import uuid

from django.conf import settings
from django.db import models

from leerkring.foundation.files.kinds import Group


class StoredFile(models.Model):
    """A file that came in. It is never changed; a new version is a new file.

    A room that uses one has a foreign key to it; a file to which none leads is thrown away.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    name = models.CharField("naam", max_length=120)
    media_type = models.CharField(max_length=100)
    size = models.PositiveBigIntegerField(help_text="in bytes")
    sha256 = models.CharField(max_length=64)
    alt = models.CharField("wat er te zien is", max_length=300, blank=True)
    uploaded_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    def __str__(self) -> str:
        return self.name

    @property
    def is_picture(self) -> bool:
        return self.media_type.startswith("image/")

    @property
    def group(self) -> Group:
        return group_of(self.media_type)


def group_of(media_type: str) -> Group:
    if media_type.startswith("image/"):
        return Group.PICTURE
    if media_type.startswith("text/"):
        return Group.TEXT
    return Group.FILM if media_type.startswith("video/") else Group.DOCUMENT


class Sweep(models.Model):
    """That the files were gone through, and everything that nothing leads to was thrown away."""

    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"opgeruimd op {self.at}"
