"""Answers, which one helped, and what was done with it."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.utils import timezone

from leerkring.exchange.questions.models.questions import LONGEST_TEXT, Question


class AnswerQuerySet(models.QuerySet["Answer"]):
    def standing(self) -> Self:
        return self.filter(retraction=None)

    def visible_to(self, person: Any) -> Self:
        """With the question that they answer."""
        return self.standing().filter(question__in=Question.objects.visible_to(person))


class Answer(models.Model):
    """What somebody knows about it."""

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="answers"
    )
    text = models.TextField("je antwoord", max_length=LONGEST_TEXT)
    at = models.DateTimeField(default=timezone.now)
    changed_at = models.DateTimeField(null=True, blank=True)

    objects = AnswerQuerySet.as_manager()

    def __str__(self) -> str:
        return f"Antwoord op «{self.question}»"

    def get_absolute_url(self) -> str:
        """With the number before the fragment too: it may stand on a later page."""
        return f"{self.question.get_absolute_url()}?antwoord={self.pk}#antwoord-{self.pk}"


class Acceptance(models.Model):
    """This answer helped, says who asked, and nobody else. `by` is empty when a key said so.

    A day, not a moment: a moment could be laid beside who was here at that moment.
    """

    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="acceptance")
    answer = models.ForeignKey(Answer, on_delete=models.CASCADE, related_name="acceptances")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    on = models.DateField()
    is_told = models.BooleanField(default=False)
    outcome_asked_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["on"], name="acceptances_to_ask", condition=Q(outcome_asked_on=None)
            ),
            models.Index(fields=["on"], name="acceptances_to_tell", condition=Q(is_told=False)),
        ]

    def __str__(self) -> str:
        return f"{self.answer} hielp"


class Outcome(models.Model):
    """What who asked did with the answer."""

    class Worked(models.TextChoices):
        YES = "ja", "Ja, het hielp"
        PARTLY = "deels", "Het hielp voor een deel"
        NO = "nee", "Nee, het werkte hier niet"
        NOT_YET = "nog niet", "Ik heb er nog niets mee gedaan"

    question = models.OneToOneField(Question, on_delete=models.CASCADE, related_name="outcome")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    worked = models.CharField("werkte het?", max_length=10, choices=Worked.choices)
    text = models.TextField("wat deed je ermee?", max_length=1000, blank=True)
    on = models.DateField()

    def __str__(self) -> str:
        return f"{self.question}: {self.get_worked_display()}"
