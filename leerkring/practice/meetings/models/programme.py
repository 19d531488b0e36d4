"""The programme: blocks after each other, and strands beside each other."""

from collections.abc import Sequence

from django.conf import settings
from django.db import models

from leerkring.network.people.models import Organisation
from leerkring.practice.agreements.models import Agreement
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.meetings.models.meeting import Meeting
from leerkring.practice.meetings.registry import Door


class Block(models.Model):
    """A part of the programme. Its time follows from the blocks before it (`programme.py`).

    capture  what every table is asked to write down; empty: the usual question
    """

    class Kind(models.TextChoices):
        TOGETHER = "together", "Met zijn allen"
        PARALLEL = "parallel", "Sessies naast elkaar"
        GROUPS = "groups", "In gemengde groepen"
        BREAK = "break", "Pauze"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="blocks")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.TOGETHER)
    title = models.CharField("titel", max_length=120)
    minutes = models.PositiveSmallIntegerField("minuten")
    purpose = models.TextField("doel", blank=True)
    steps = models.JSONField("stappen", default=list, blank=True)
    material = models.TextField("nodig", blank=True)
    capture = models.CharField("wat elke tafel opschrijft", max_length=200, blank=True)
    room = models.CharField("zaal", max_length=80, blank=True)
    leader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    leader_name = models.CharField("wie het doet, zonder account", max_length=120, blank=True)
    # What is talked about: the script tells it, to who may read it.
    agreement = models.ForeignKey(
        Agreement, null=True, blank=True, on_delete=models.SET_NULL, related_name="meeting_blocks"
    )
    dilemma = models.ForeignKey(
        Dilemma, null=True, blank=True, on_delete=models.SET_NULL, related_name="meeting_blocks"
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "position"], name="one_meeting_block_per_position"
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def led_by(self) -> str:
        """The name of who leads or speaks; empty where the programme does not say."""
        return str(self.leader) if self.leader else self.leader_name


class Strand(models.Model):
    """One of the sessions beside each other in a block: a subject, a room, who leads it.

    doors  not kept: what other rooms have for it, where its row is shown to somebody
    """

    doors: Sequence[Door] = ()

    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="strands")
    position = models.PositiveSmallIntegerField()
    title = models.CharField("titel", max_length=120)
    room = models.CharField("zaal", max_length=80, blank=True)
    leader = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    leader_name = models.CharField("inleider zonder account", max_length=120, blank=True)
    places = models.PositiveSmallIntegerField("plaatsen", null=True, blank=True)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["block", "position"], name="one_strand_per_position")
        ]

    def __str__(self) -> str:
        return self.title


class Raised(models.Model):
    """A dilemma is of a meeting: it was put on its programme once, whoever took it off again, or it
    came up there.

    told_at       when the shelf heard that it was on the table there
    passed_on_at  when it was looked after where it comes back
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="raised")
    dilemma = models.ForeignKey(Dilemma, on_delete=models.CASCADE, related_name="raised")
    told_at = models.DateTimeField(null=True, blank=True)
    passed_on_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["meeting", "dilemma"], name="raised_once_at_a_meeting")
        ]
        indexes = [
            models.Index(
                fields=["meeting"],
                name="dilemmas_to_pass_on",
                condition=models.Q(passed_on_at=None),
            )
        ]

    def __str__(self) -> str:
        return f"{self.dilemma} bij {self.meeting}"
