"""A circle in which nobody is left who guides."""

from django.db import models


class Vacancy(models.Model):
    """Its members and the moderators were told. Gone as soon as somebody guides again."""

    circle = models.OneToOneField("Circle", on_delete=models.CASCADE, related_name="vacancy")
    since = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.circle} heeft geen begeleider"
