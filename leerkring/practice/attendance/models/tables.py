"""What tables write down while people talk. It leads to nobody and has no moment."""

import uuid
from typing import Self

from django.db import models

from leerkring.practice.meetings.join_codes import LENGTH, new_code
from leerkring.practice.meetings.models import Block, Meeting

MOST_SIGNS = 500


class TableTalk(models.Model):
    """The tables of a meeting have a page each, behind `code`. `tables`: how many there are."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="table_talk")
    code = models.CharField(max_length=LENGTH, unique=True, default=new_code)
    tables = models.PositiveSmallIntegerField("tafels")
    is_closed = models.BooleanField("klaar met opschrijven", default=False)

    def __str__(self) -> str:
        return f"tafels van {self.meeting}"


class TableLineQuerySet(models.QuerySet["TableLine"]):
    def in_sight(self) -> Self:
        return self.filter(is_hidden=False)


class TableLine(models.Model):
    """One thing that a table wrote down. `id` is made on the device: the same line counts once.

    block   of the round in which it was written, as far as it is still in the programme
    place   the order in which lines came in at this table
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    talk = models.ForeignKey(TableTalk, on_delete=models.CASCADE, related_name="lines")
    block = models.ForeignKey(
        Block, null=True, on_delete=models.SET_NULL, related_name="table_lines"
    )
    round = models.PositiveSmallIntegerField()
    table = models.PositiveSmallIntegerField()
    place = models.PositiveIntegerField()
    text = models.CharField("wat de tafel zei", max_length=MOST_SIGNS)
    is_hidden = models.BooleanField(default=False)

    objects = TableLineQuerySet.as_manager()

    class Meta:
        ordering = ["round", "table", "place", "pk"]

    def __str__(self) -> str:
        return self.text
