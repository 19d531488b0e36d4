"""What stands beside questions and answers: drafts, changes, what was taken back, whom we asked."""

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from leerkring.exchange.questions.models.answers import Answer
from leerkring.exchange.questions.models.questions import Question

ONE_OF_BOTH = Q(question__isnull=False, answer=None) | Q(question=None, answer__isnull=False)


class Draft(models.Model):
    """What somebody typed and did not send out yet: a new question, or an answer to `question`."""

    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="question_drafts"
    )
    question = models.ForeignKey(
        Question, null=True, blank=True, on_delete=models.CASCADE, related_name="drafts"
    )
    content = models.JSONField(default=dict)
    saved_at = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["author"], condition=Q(question=None), name="questions_one_draft"
            ),
            models.UniqueConstraint(
                fields=["author", "question"], name="questions_one_draft_of_an_answer"
            ),
        ]

    def __str__(self) -> str:
        return f"concept van {self.author}"

    @property
    def url(self) -> str:
        """Where one goes on writing."""
        if self.question is not None:
            return f"{self.question.get_absolute_url()}#antwoord-geven"
        return reverse("questions:ask")


class Change(models.Model):
    """A question or an answer reads otherwise since then; `note` says how. What stood there before
    is kept nowhere: it may have been changed because it should not stand there."""

    question = models.ForeignKey(
        Question, null=True, on_delete=models.CASCADE, related_name="changes"
    )
    answer = models.ForeignKey(Answer, null=True, on_delete=models.CASCADE, related_name="changes")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)
    note = models.CharField("wat veranderde je?", max_length=200, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.CheckConstraint(condition=ONE_OF_BOTH, name="a_change_of_one_thing")]

    def __str__(self) -> str:
        return self.note or "aangepast"


class Retraction(models.Model):
    """A question or an answer is taken away, by who wrote it or by a moderator."""

    question = models.OneToOneField(
        Question, null=True, on_delete=models.CASCADE, related_name="retraction"
    )
    answer = models.OneToOneField(
        Answer, null=True, on_delete=models.CASCADE, related_name="retraction"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.CheckConstraint(condition=ONE_OF_BOTH, name="a_retraction_of_one_thing")
        ]

    def __str__(self) -> str:
        return f"{self.question or self.answer} weggehaald"


class AppealQuerySet(models.QuerySet["Appeal"]):
    def waiting_for(self, person: Any) -> "AppealQuerySet":
        """Questions put to this person that still need an answer."""
        rows = self.filter(person=person, reply="", question__retraction=None)
        return rows.filter(question__acceptance=None, question__closing=None)


class Appeal(models.Model):
    """One person is asked: do you know this? They need not say why not."""

    class Reply(models.TextChoices):
        ANSWERED = "antwoord", "beantwoord"
        RATHER_NOT = "liever niet", "liever niet"
        SOMEBODY_ELSE = "een ander", "weet iemand anders"

    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="appeals")
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="appeals"
    )
    at = models.DateTimeField()
    reply = models.CharField(max_length=12, choices=Reply.choices, blank=True, default="")

    objects = AppealQuerySet.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["question", "person"], name="questions_asked_once")
        ]
        indexes = [models.Index(fields=["person", "at"], name="appeals_of_a_month")]

    def __str__(self) -> str:
        return f"{self.person} is gevraagd: {self.question}"
