"""A question of a board, its reveal, and what is told of the votes."""

from django.conf import settings
from django.db import models

from leerkring.practice.boards.counting import Told
from leerkring.practice.boards.kinds import BEFORE, Kind
from leerkring.practice.boards.models.board import Board
from leerkring.practice.dilemmas.models import Dilemma


class BoardQuestion(models.Model):
    """`options` are words for choosing, ranking and a dilemma; for a scale its two ends.

    most     how many may be chosen at most
    about    of voting on cards: the question that the cards answer
    dilemma  the one on the shelf that it is from, or was put there
    phase    0: not asked yet; 1: asked; of a dilemma 2: asked again, after the talk
    """

    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField("soort", max_length=10, choices=Kind.choices())
    text = models.CharField("vraag", max_length=300)
    options = models.JSONField(default=list, blank=True)
    most = models.PositiveSmallIntegerField(default=1)
    about = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.CASCADE, related_name="voted_on_in"
    )
    dilemma = models.ForeignKey(
        Dilemma, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    phase = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(
                fields=["board", "position"], name="one_board_question_per_position"
            )
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def as_kind(self) -> Kind:
        return Kind(self.kind)


class Reveal(models.Model):
    """What came in is shown to everybody."""

    question = models.ForeignKey(BoardQuestion, on_delete=models.CASCADE, related_name="reveals")
    phase = models.PositiveSmallIntegerField(default=BEFORE)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "phase"], name="one_reveal_per_phase")
        ]

    def __str__(self) -> str:
        return f"onthulling van {self.question}"


class Outcome(models.Model):
    """What is told of the votes, as it may be told; counted once, see `counting`.

    content      a `counting.Told`
    labels       the words beside its figures, in the same order
    is_withheld  of the second vote on a dilemma: its shift would single somebody out
    """

    question = models.ForeignKey(BoardQuestion, on_delete=models.CASCADE, related_name="outcomes")
    phase = models.PositiveSmallIntegerField(default=BEFORE)
    content = models.JSONField(default=dict)
    labels = models.JSONField(default=list)
    is_withheld = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["question", "phase"], name="one_outcome_per_phase")
        ]

    def __str__(self) -> str:
        return f"uitkomst van {self.question}"

    @property
    def told(self) -> Told | None:
        return None if self.is_withheld else Told.from_json(self.content)
