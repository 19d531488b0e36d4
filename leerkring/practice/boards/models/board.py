"""A board: a code on a screen, behind it questions, for a meeting, a strand of it or a session."""

from typing import Any, Self

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse

from leerkring.practice.gatherings.models import Session
from leerkring.practice.meetings.join_codes import LENGTH, new_code
from leerkring.practice.meetings.models import Meeting, Role, Strand
from leerkring.practice.pulses.models import Pulse

LEADING_ALL = (Role.Kind.ORGANISER, Role.Kind.CHAIR)
LEADING = (*LEADING_ALL, Role.Kind.FACILITATOR)


class BoardQuerySet(models.QuerySet["Board"]):
    def led_by(self, person: Any) -> Self:
        """A board for all: for who organises, chairs or facilitates the meeting, or leads a strand
        of it; that of a strand: for who organises or chairs, or leads that one; that of a session:
        for its facilitator."""
        if not person.is_authenticated:
            return self.none()
        return self.filter(
            Q(strand__isnull=True, meeting__in=meetings_led_by(person))
            | Q(strand__in=strands_led_by(person))
            | Q(session__in=Session.objects.facilitated_by(person).values("pk"))
        )

    def open(self) -> Self:
        """People can join and answer."""
        return self.filter(opening__isnull=False, closing__isnull=True)

    def with_its_state(self) -> Self:
        return self.for_phones().select_related(
            "opening", "closing", "meeting", "session__team", "last_by"
        )

    def for_phones(self) -> Self:
        return self.select_related("running", "asking", "strand")


def meetings_led_by(person: Any) -> models.QuerySet[Meeting]:
    """Meetings in which this person may lead a board for all."""
    roles = Role.objects.filter(person=person, kind__in=LEADING)
    strands = Strand.objects.filter(leader=person)
    return Meeting.objects.filter(
        Q(pk__in=roles.values("meeting")) | Q(pk__in=strands.values("block__meeting"))
    )


def strands_led_by(person: Any) -> models.QuerySet[Strand]:
    """Of which this person may lead a board: their own, and all of what they organise or chair."""
    whole = Role.objects.filter(person=person, kind__in=LEADING_ALL).values("meeting")
    return Strand.objects.filter(Q(leader=person) | Q(block__meeting__in=whole))


class Board(models.Model):
    """`revision` counts every change that phones and screens must hear of.

    strand     of the meeting, whose board it is; none: a board for all. A strand that is taken out
               leaves its board, with all that was answered, to the meeting
    running    the question that is on; none: the welcome
    asking     the small scan to which phones are led while no question is on
    last_by    who changed it last, and what they did: so that two who lead see each other
    """

    code = models.CharField(max_length=LENGTH, unique=True, default=new_code)
    title = models.CharField("titel", max_length=120)
    meeting = models.ForeignKey(
        Meeting, null=True, blank=True, on_delete=models.CASCADE, related_name="boards"
    )
    strand = models.ForeignKey(
        Strand, null=True, blank=True, on_delete=models.SET_NULL, related_name="boards"
    )
    session = models.ForeignKey(
        Session, null=True, blank=True, on_delete=models.CASCADE, related_name="boards"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    made_at = models.DateTimeField(auto_now_add=True)
    running = models.ForeignKey(
        "boards.BoardQuestion", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    asking = models.ForeignKey(
        Pulse, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    revision = models.PositiveIntegerField(default=1)
    last_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    last_did = models.CharField(max_length=120, blank=True)

    objects = BoardQuerySet.as_manager()

    class Meta:
        ordering = ["made_at", "pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(meeting__isnull=False, session__isnull=True)
                | Q(meeting__isnull=True, session__isnull=False),
                name="board_is_of_a_meeting_or_a_session",
            ),
            models.CheckConstraint(
                condition=Q(strand__isnull=True) | Q(meeting__isnull=False),
                name="board_of_a_strand_is_of_a_meeting",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("boards:lead", args=[self.pk])

    @property
    def about(self) -> Meeting | Session:
        """What it belongs to."""
        about = self.meeting or self.session
        assert about is not None  # the constraint
        return about

    @property
    def belongs(self) -> str:
        """Above the title on the big screen: «Werkdag · Jeugd · Zaal 2»."""
        return self._besides_title(str(self.about), self.which)

    @property
    def which(self) -> str:
        """Of the strands beside each other: «Jeugd · Zaal 2»; empty for a board for all."""
        return self._besides_title(self.strand.title, self.strand.room) if self.strand else ""

    def _besides_title(self, *parts: str) -> str:
        """Without what the title says itself."""
        own = self.title.casefold()
        return " · ".join(part for part in parts if part and part.casefold() != own)

    @property
    def is_closed(self) -> bool:
        return hasattr(self, "closing")

    @property
    def is_open(self) -> bool:
        return hasattr(self, "opening") and not self.is_closed


class Opening(models.Model):
    """From here on people can join."""

    board = models.OneToOneField(Board, on_delete=models.CASCADE, related_name="opening")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"opening van {self.board}"


class Closing(models.Model):
    """From here on nobody can join or answer. By nobody: after a day it closes by itself."""

    board = models.OneToOneField(Board, on_delete=models.CASCADE, related_name="closing")
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"sluiting van {self.board}"
