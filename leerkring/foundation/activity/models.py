"""What happened. Rows are only ever added."""

from django.conf import settings
from django.db import models


class Activity(models.Model):
    """One thing that somebody did, in a sentence a person understands."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    verb = models.CharField(max_length=60)
    about = models.CharField(max_length=60, help_text="label of the model it is about")
    about_id = models.CharField(max_length=40)
    sentence = models.CharField(max_length=300)

    class Meta:
        indexes = [models.Index(fields=["about", "about_id", "-at"], name="activity_about")]

    def __str__(self) -> str:
        return self.sentence
