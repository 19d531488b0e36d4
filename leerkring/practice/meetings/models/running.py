"""How long blocks took when the programme was run: in a try-out, or on the day itself."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from leerkring.practice.meetings.models.meeting import Meeting
from leerkring.practice.meetings.models.programme import Block


class Run(models.Model):
    """The programme was run once: with a small group, as a calculation, or on the day."""

    class Kind(models.TextChoices):
        SMALL_GROUP = "small-group", "Met een kleine groep"
        SIMULATED = "simulated", "Doorgerekend"
        DAY = "day", "De dag zelf"

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="runs")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    people = models.PositiveSmallIntegerField("aantal mensen", null=True, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    taken_over_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["meeting"], condition=Q(kind="day"), name="one_meeting_run_on_the_day"
            )
        ]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.meeting}"


class HeldBlock(models.Model):
    """How many minutes one block took in a run, and what was noticed."""

    run = models.ForeignKey(Run, on_delete=models.CASCADE, related_name="held")
    block = models.ForeignKey(Block, on_delete=models.CASCADE, related_name="held")
    minutes = models.PositiveSmallIntegerField("minuten")
    low = models.PositiveSmallIntegerField("minstens", null=True, blank=True)
    high = models.PositiveSmallIntegerField("hoogstens", null=True, blank=True)
    remark = models.CharField("opmerking", max_length=500, blank=True)

    class Meta:
        ordering = ["block__position"]
        constraints = [
            models.UniqueConstraint(fields=["run", "block"], name="one_held_block_per_run")
        ]

    def __str__(self) -> str:
        return f"{self.block}: {self.minutes} minuten"
