"""What somebody said to an invitation: whether they come, with how many, and what they need."""

from typing import Self

from django.db import models
from django.db.models import Q, Sum

from leerkring.practice.meetings.models import Block, Invitation, Meeting, Strand

MOST_GUESTS, LONGEST_NAME = 20, 80


class ReplyQuerySet(models.QuerySet["Reply"]):
    def of_meeting(self, meeting: Meeting) -> Self:
        return self.filter(invitation__meeting=meeting)

    def placed(self) -> Self:
        """Who comes and has a place."""
        return self.filter(says=Reply.Says.YES, waits_since=None)

    def in_line(self) -> Self:
        """The waiting list, the first in front."""
        return self.filter(waits_since__isnull=False).order_by("waits_since", "pk")

    def people(self) -> int:
        """Heads: who answered, and the guests they bring."""
        counted = self.aggregate(people=models.Count("pk"), guests=Sum("guests"))
        return int(counted["people"]) + int(counted["guests"] or 0)


class Reply(models.Model):
    """The newest answer to one invitation. `guest_names` has a name on a line.
    `waits_since` is there while it is on the waiting list.

    times_moved_up  how often it came from the waiting list to a place: each is told once
    """

    class Says(models.TextChoices):
        YES = "ja", "Ja, ik kom"
        NO = "nee", "Nee, ik kom niet"
        LATER = "later", "Ik weet het nog niet"

    invitation = models.OneToOneField(Invitation, on_delete=models.CASCADE, related_name="reply")
    says = models.CharField("kom je?", max_length=5, choices=Says.choices)
    guests = models.PositiveSmallIntegerField("gasten die je meebrengt", default=0)
    guest_names = models.TextField("hoe je gasten heten", blank=True)
    waits_since = models.DateTimeField(null=True, blank=True)
    times_moved_up = models.PositiveSmallIntegerField(default=0)
    at = models.DateTimeField(auto_now=True)

    objects = ReplyQuerySet.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=Q(waits_since=None) | Q(says="ja"), name="only_who_comes_stands_in_line"
            ),
            models.CheckConstraint(
                condition=Q(guests__lte=MOST_GUESTS), name="no_bus_full_of_guests"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invitation}: {self.says}"

    @property
    def names(self) -> list[str]:
        """Of the guests, as far as they were told."""
        return self.guest_names.split("\n")[: self.guests] if self.guest_names else []

    def guest_name(self, guest: int) -> str:
        """Of the first guest (1) and so on; empty when it was not told."""
        return self.names[guest - 1] if 0 < guest <= len(self.names) else ""

    @property
    def party(self) -> int:
        return 1 + self.guests

    @property
    def has_place(self) -> bool:
        return self.says == self.Says.YES and self.waits_since is None

    @property
    def is_waiting(self) -> bool:
        return self.waits_since is not None


class Need(models.Model):
    """What somebody needs to eat or to get in. A row of its own, for it goes before the rest."""

    reply = models.OneToOneField(Reply, on_delete=models.CASCADE, related_name="need")
    text = models.CharField("dieet of toegankelijkheid", max_length=300)

    def __str__(self) -> str:
        return self.text


class StrandChoice(models.Model):
    """To which of the sessions beside each other somebody goes: one in a block."""

    reply = models.ForeignKey(Reply, on_delete=models.CASCADE, related_name="choices")
    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="+")
    strand = models.ForeignKey(Strand, on_delete=models.CASCADE, related_name="chosen")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["reply", "block"], name="one_strand_in_a_block")
        ]

    def __str__(self) -> str:
        return f"{self.reply_id} naar {self.strand}"
