"""What people say they know about, apart from what they answered; and what may be told of it."""

import uuid

from django.db import models

from leerkring.network.people.models import Team
from leerkring.practice.scans.models import Round


class KnowledgeSheet(models.Model):
    """One nameless person of a team: a byte per domain of life, as in `scans.coverage`.

    It shares nothing with a `Response`, a link or a draft but the round and the team. The key is
    random, there is no time, and when the round closes all rows are gone.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="knowledge")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    said = models.BinaryField()

    def __str__(self) -> str:
        return f"kennis in {self.round}"


class FrozenCoverage(models.Model):
    """How far a team covers the domains of life, as it may be told inside the team.

    `steps` has a step or nothing per code of a domain. Nothing looks the same whatever the reason.
    """

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="coverage")
    team = models.ForeignKey(Team, on_delete=models.PROTECT, related_name="+")
    steps = models.JSONField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["round", "team"], name="coverage_once_a_round")
        ]

    def __str__(self) -> str:
        return f"dekking van {self.team} in {self.round}"
