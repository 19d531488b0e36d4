"""Forms that were filled in on paper."""

from django.db import models

from leerkring.network.people.models import Team
from leerkring.practice.scans.models import Round


class PaperStack(models.Model):
    """How many paper forms of a team were typed over; not which answers were on them."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="paper_stacks")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    sheets = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "team"], name="one_paper_stack_per_team")
        ]

    def __str__(self) -> str:
        return f"formulieren van {self.team}"
