"""The catalogue of training offers, and the advice as it was given."""

from functools import cached_property
from typing import Any, Self

from django.conf import settings
from django.db import models

from leerkring.loop.advice.offers import Offer
from leerkring.loop.advice.report import TrainingAdviceReport
from leerkring.loop.programmes.models import Programme, Role


class CatalogueOffer(models.Model):
    """One offer in a programme's catalogue."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="offers")
    code = models.CharField(max_length=40)
    title = models.CharField(max_length=160)
    provider = models.CharField(max_length=160)
    competences = models.JSONField()
    form = models.CharField(max_length=60)
    half_days = models.PositiveSmallIntegerField()
    places = models.PositiveSmallIntegerField()
    price = models.PositiveIntegerField()
    runs = models.PositiveSmallIntegerField()
    per = models.CharField(max_length=10)
    description = models.TextField(blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(fields=["programme", "code"], name="each_offer_once")
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def offer(self) -> Offer:
        return Offer(
            code=self.code,
            title=self.title,
            provider=self.provider,
            competences=tuple(self.competences),
            form=self.form,
            half_days=self.half_days,
            places=self.places,
            price=self.price,
            runs=self.runs,
            per=self.per,
            description=self.description,
        )


class TrainingAdviceQuerySet(models.QuerySet["TrainingAdvice"]):
    def visible_to(self, person: Any) -> Self:
        """For the coordinator and the training adviser of the programme."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(programme__in=Role.objects.filter(person=person).values("programme"))


class TrainingAdvice(models.Model):
    """An advice as it was calculated; a new one is a new row."""

    programme = models.ForeignKey(Programme, on_delete=models.CASCADE, related_name="advices")
    content = models.TextField("het advies, als JSON")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    objects = TrainingAdviceQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        verbose_name_plural = "training advices"

    def __str__(self) -> str:
        return f"scholingsadvies voor {self.programme}"

    @cached_property
    def report(self) -> TrainingAdviceReport:
        return TrainingAdviceReport.from_json(self.content)
