"""What belongs to a meeting: material, and the questions that people send ahead."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from leerkring.foundation.files.models import StoredFile
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Organisation
from leerkring.network.themes.models import Theme
from leerkring.practice.meetings.models.meeting import Meeting
from leerkring.practice.meetings.models.people import Invitation
from leerkring.practice.meetings.models.programme import Block, Strand


class Material(models.Model):
    """A file, a link or a film with captions, for the whole meeting, for one block, or for one of
    the sessions beside each other in it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="materials")
    block = models.ForeignKey(
        Block, null=True, blank=True, on_delete=models.CASCADE, related_name="materials"
    )
    strand = models.ForeignKey(
        Strand, null=True, blank=True, on_delete=models.SET_NULL, related_name="materials"
    )
    title = models.CharField("titel", max_length=160)
    file = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    link = models.URLField("link", max_length=500, blank=True)
    captions = models.ForeignKey(
        StoredFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(file__isnull=False) | ~Q(link=""), name="material_has_something_in_it"
            )
        ]

    def __str__(self) -> str:
        return self.title


class BroughtQuestion(models.Model):
    """A question that an organisation or a circle brings along, sent before the day.

    strand      where it is talked about, when sessions are beside each other in the block
    table       the table that has it in front of it; empty: questions are dealt over the tables
    invitation  of who brought it by the link in the mail, without an account
    """

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="questions")
    block = models.ForeignKey(
        Block, null=True, blank=True, on_delete=models.SET_NULL, related_name="questions"
    )
    strand = models.ForeignKey(
        Strand, null=True, blank=True, on_delete=models.SET_NULL, related_name="questions"
    )
    table = models.PositiveSmallIntegerField("tafel", null=True, blank=True)
    text = models.CharField("vraag", max_length=500)
    organisation = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    circle = models.ForeignKey(
        Circle, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    theme = models.ForeignKey(
        Theme, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    invitation = models.ForeignKey(
        Invitation, null=True, blank=True, on_delete=models.SET_NULL, related_name="questions"
    )
    at = models.DateTimeField(auto_now_add=True)
    hidden_at = models.DateTimeField(null=True, blank=True)  # put out of sight after a flag

    class Meta:
        ordering = ["at", "pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def place(self) -> str:
        """The key of its part of the programme, as `programme_queries.places_in` gives it."""
        return "-".join(str(pk) for pk in (self.block_id, self.strand_id) if pk)


class BroughtAnswer(models.Model):
    """What came of a brought question, written down in the room or afterwards."""

    question = models.OneToOneField(
        BroughtQuestion, on_delete=models.CASCADE, related_name="answer"
    )
    text = models.TextField("antwoord")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField(auto_now_add=True)

    def __str__(self) -> str:
        return self.text
