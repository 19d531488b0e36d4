"""Reads over sessions."""

from django.db.models import QuerySet

from leerkring.practice.commitments.models import Commitment
from leerkring.practice.gatherings.harvest import Harvest, Picture, Promise, Quote
from leerkring.practice.gatherings.models import Photo, Session
from leerkring.practice.scans.dimensions import Dimension


def harvest_of(session: Session) -> Harvest:
    """Everything a session captured, as plain data for a newspaper."""
    photo = getattr(session, "photo", None)
    return Harvest(
        notes={note.question: note.text for note in session.notes.all() if note.text.strip()},
        quotes=tuple(Quote(quote.text, quote.speaker) for quote in session.quotes.all()),
        promises=tuple(
            Promise(commitment.text, commitment.who, commitment.look_back_on)
            for commitment in session.commitments.all()
        ),
        picture=_picture(photo) if photo else None,
    )


def promises_before(session: Session) -> QuerySet[Commitment]:
    """What the team promised in its session before this one; none when it is the first."""
    earlier = Session.objects.filter(team=session.team_id, pk__lt=session.pk)
    return Commitment.objects.filter(sessions__in=earlier.order_by("-pk").values("pk")[:1])


def _picture(photo: Photo) -> Picture:
    with photo.image.open() as file:
        return Picture(file.read(), photo.alt, photo.caption)


def minutes_of(session: Session) -> dict[Dimension, int]:
    """How a session's script divides its minutes over Ik, Wij and Wijk."""
    minutes = dict.fromkeys(Dimension, 0)
    for block in session.blocks.all():
        if block.dimension:
            minutes[Dimension(block.dimension)] += block.minutes
    return minutes
