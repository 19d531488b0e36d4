"""What somebody experienced with a dilemma, always with a name; and where it came back."""

from typing import Any, Self

from django.conf import settings
from django.db import models

from leerkring.practice.dilemmas.models.dilemma import Dilemma

LONGEST = 2000


class ExperienceQuerySet(models.QuerySet["Experience"]):
    def standing(self) -> Self:
        return self.filter(retraction=None)

    def visible_to(self, person: Any) -> Self:
        return self.standing().filter(dilemma__in=Dilemma.objects.visible_to(person))


class Experience(models.Model):
    dilemma = models.ForeignKey(Dilemma, on_delete=models.CASCADE, related_name="experiences")
    text = models.TextField("jouw ervaring", max_length=LONGEST)
    author = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="experiences"
    )
    at = models.DateTimeField()

    objects = ExperienceQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.text[:60]

    def get_absolute_url(self) -> str:
        return f"{self.dilemma.get_absolute_url()}#ervaring-{self.pk}"


class Outing(models.Model):
    """It came back somewhere: at a meeting, in a paper. `at` is the day; `note` says where."""

    dilemma = models.ForeignKey(Dilemma, on_delete=models.CASCADE, related_name="outings")
    at = models.DateField("wanneer")
    note = models.CharField("waar, en wat kwam eruit", max_length=300)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return self.note
