"""Promises. No score, no ranking: only a date to look back on."""

from django.db import models

from leerkring.network.people.models import Team


class Commitment(models.Model):
    """One sentence that begins "vanaf morgen", by whom, and when to look back."""

    team = models.ForeignKey(Team, on_delete=models.CASCADE, related_name="commitments")
    text = models.CharField("voornemen", max_length=500)
    who = models.CharField("wie", max_length=120, blank=True)
    look_back_on = models.DateField("terugkijken op", null=True, blank=True)
    made_on = models.DateField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.text
