"""Figures about areas. A number never stands without definition, period and source."""

from django.db import models
from django.db.models import Q


class Figure(models.Model):
    """One number about one area in one period. `key` names its definition in `definitions`.

    `value` is None where the source says: unknown or secret.
    """

    key = models.CharField(max_length=60)
    area_code = models.CharField(max_length=12, db_index=True)
    period = models.CharField(max_length=20)
    value = models.DecimalField(max_digits=14, decimal_places=3, null=True)
    source = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["key", "area_code", "period"], name="one_figure_per_area_and_period"
            ),
            models.CheckConstraint(
                condition=~Q(key="") & ~Q(period="") & ~Q(source=""),
                name="figure_has_definition_period_and_source",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.area_code} {self.period}: {self.value}"
