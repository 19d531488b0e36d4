"""How it went, by whom it was promised to; and what who promised it says to that."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from leerkring.practice.agreements.models.agreement import Agreement

WEEKS = (6, 12)


class Kept(models.TextChoices):
    YES = "na", "Kwam het na"
    PARTLY = "deels", "Kwam het deels na"
    NO = "niet", "Kwam het niet na"


class Stance(models.TextChoices):
    SAME = "klopt", "Dat klopt"
    DIFFERENT = "anders", "Dat zien wij anders"


class Score(models.Model):
    """What the receiver says after so many weeks, with a sentence."""

    agreement = models.ForeignKey(Agreement, on_delete=models.CASCADE, related_name="scores")
    week = models.PositiveSmallIntegerField(choices=[(week, f"na {week} weken") for week in WEEKS])
    kept = models.CharField("kwam de ander de afspraak na?", max_length=8, choices=Kept.choices)
    sentence = models.CharField("in één zin", max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    class Meta:
        ordering = ["week"]
        constraints = [
            models.UniqueConstraint(fields=["agreement", "week"], name="scored_once_a_moment"),
            models.CheckConstraint(condition=Q(week__in=WEEKS), name="scored_after_six_or_twelve"),
        ]

    def __str__(self) -> str:
        return f"{self.get_kept_display()} na {self.week} weken"


class Reply(models.Model):
    """What who promised it says to the score."""

    score = models.OneToOneField(Score, on_delete=models.CASCADE, related_name="reply")
    stance = models.CharField("herken je dit?", max_length=8, choices=Stance.choices)
    text = models.CharField("jullie antwoord", max_length=600, blank=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.get_stance_display()


class Settlement(models.Model):
    """The two see the score differently, and are done with that: what was said about it."""

    score = models.OneToOneField(Score, on_delete=models.CASCADE, related_name="settlement")
    text = models.CharField("wat spraken jullie af?", max_length=600)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return self.text
