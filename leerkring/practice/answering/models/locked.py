"""What people keep with us and only they can open."""

from django.db import models

from leerkring.foundation.statements.asking import prepared
from leerkring.practice.scans.models import Round

_REPLACE = "UPDATE answering_draft SET answers = %s WHERE name = %s AND answers = %s"


class DraftManager(models.Manager["Draft"]):
    def replace(self, name: str, before: bytes, after: bytes) -> bool:
        """Write a draft over itself; False when it is not as it was. One statement, by hand: every
        answer of everybody passes here, and making SQL of a queryset costs more than running it.
        """
        with prepared() as cursor:
            cursor.execute(_REPLACE, [after, name, before])
            return bool(cursor.rowcount)


class Draft(models.Model):
    """Answers on their way: filed under a name and locked with a key that only the link gives.

    `answers` holds one byte an item, locked. When they are handed in they become a Response of the
    team; what is locked here from then on (`is_in`) is the key to the person's own result, so that
    handing in twice gives the same key. When the round closes the row is gone.

    has_told   whoever holds the link also said what they know about (see `knowledge`), which is
               once; it stands here because nothing leads from here to a team or an address
    """

    name = models.CharField(max_length=64, primary_key=True)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="drafts")
    answers = models.BinaryField()
    is_in = models.BooleanField(default=False)
    has_told = models.BooleanField(default=False)

    objects = DraftManager()

    def __str__(self) -> str:
        return "antwoorden onderweg"


class OwnLine(models.Model):
    """A person's own results over rounds, locked with a key that only that person holds.

    `year` is that of the newest result: who has forgotten the key is forgotten after some years.
    """

    name = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    year = models.PositiveSmallIntegerField()

    def __str__(self) -> str:
        return "eigen lijn"
