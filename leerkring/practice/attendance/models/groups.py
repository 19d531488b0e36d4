"""Mixed groups: rounds, seats at tables, and what people asked for."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import Q

from leerkring.practice.meetings.models import Block, Invitation, Meeting


class Grouping(models.Model):
    """The groups of a meeting. `shown_at`: from when people see their own table."""

    meeting = models.OneToOneField(Meeting, on_delete=models.CASCADE, related_name="grouping")
    tables = models.PositiveSmallIntegerField("tafels", validators=[MinValueValidator(1)])
    words = models.JSONField(default=list)
    made_at = models.DateTimeField(auto_now=True)
    shown_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"groepen van {self.meeting}"


class GroupRound(models.Model):
    """One time that people sit together, in a block of the programme."""

    grouping = models.ForeignKey(Grouping, on_delete=models.CASCADE, related_name="rounds")
    number = models.PositiveSmallIntegerField()
    block = models.ForeignKey(
        Block, null=True, on_delete=models.SET_NULL, related_name="group_rounds"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["grouping", "number"], name="one_round_of_a_number")
        ]

    def __str__(self) -> str:
        return f"ronde {self.number}"


class Seat(models.Model):
    """Who sits where in a round. `guest`: 0 for who was invited, 1 for their first guest."""

    round = models.ForeignKey(GroupRound, on_delete=models.CASCADE, related_name="seats")
    invitation = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="seats")
    guest = models.PositiveSmallIntegerField(default=0)
    table = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["table", "invitation__name", "guest"]
        constraints = [
            models.UniqueConstraint(
                fields=["round", "invitation", "guest"], name="everybody_on_one_chair"
            )
        ]

    def __str__(self) -> str:
        return f"{self.invitation} aan tafel {self.table}"


class GroupWish(models.Model):
    """What must be minded when groups are made. `round_number` empty: in every round."""

    class Kind(models.TextChoices):
        TOGETHER = "samen", "één keer samen aan tafel"
        APART = "apart", "niet samen aan tafel"
        OUT = "niet", "doet niet mee in de groepen"
        PINNED = "vast", "zit vast aan een tafel"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="group_wishes")
    kind = models.CharField("wat", max_length=5, choices=Kind.choices)
    one = models.ForeignKey(Invitation, on_delete=models.CASCADE, related_name="+")
    other = models.ForeignKey(
        Invitation, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    table = models.PositiveSmallIntegerField(
        "tafel", null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(200)]
    )
    round_number = models.PositiveSmallIntegerField("ronde", null=True, blank=True)

    class Meta:
        ordering = ["kind", "one__name", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(kind__in=("samen", "apart"), other__isnull=False, table=None)
                | Q(kind="niet", other=None, table=None)
                | Q(kind="vast", other=None, table__isnull=False),
                name="a_group_wish_is_whole",
            )
        ]

    def __str__(self) -> str:
        return f"{self.one} {self.get_kind_display()}"
