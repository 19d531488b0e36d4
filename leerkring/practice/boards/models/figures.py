"""Figures beside the welcome: from the collection of the site, or brought along by who leads."""

from django.db import models

from leerkring.network.figures.models import Figure
from leerkring.practice.boards.models.board import Board


class ShownFigure(models.Model):
    """A figure about the district beside the welcome, with its definition, period and source."""

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="shown_figures")
    figure = models.ForeignKey(Figure, on_delete=models.CASCADE, related_name="+")
    area = models.CharField("gebied", max_length=120)

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["board", "figure"], name="a_figure_once_on_a_board")
        ]

    def __str__(self) -> str:
        return f"{self.figure}"


class OwnFigure(models.Model):
    """A number that who leads brings along; never without what it means, of when and from where.

    value, against   as they are read: «12%»; `against` is what it is put opposite to, with its
                     own `against_name`, of the same definition and source
    """

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="own_figures")
    name = models.CharField("wat is het", max_length=120)
    value = models.CharField("het cijfer", max_length=30)
    against = models.CharField("daartegenover", max_length=30, blank=True)
    against_name = models.CharField("wat is dat", max_length=120, blank=True)
    definition = models.CharField("wat betekent het", max_length=300)
    measured = models.CharField("van wanneer", max_length=60)
    source = models.CharField("waar komt het vandaan", max_length=200)

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"
