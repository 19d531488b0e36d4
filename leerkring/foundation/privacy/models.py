"""That rows were gone through, so that it is not done again at once."""

from django.db import models


class Sweep(models.Model):
    """Everything that was kept as long as it may be, was thrown away at this moment."""

    at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return f"opgeruimd op {self.at}"
