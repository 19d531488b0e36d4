"""What happens to a session: it is planned, its script changes, and people write things down."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID, uuid4

from django.core.files.base import ContentFile
from django.db import transaction

from leerkring.foundation.search.actions import index
from leerkring.network.people.models import Team
from leerkring.practice.commitments.actions import make_commitment, take_away
from leerkring.practice.gatherings.merging import merge
from leerkring.practice.gatherings.models import (
    Block,
    Note,
    NoteRevision,
    Photo,
    Quote,
    Session,
    SessionCommitment,
    Wish,
)
from leerkring.practice.gatherings.photos import clean_jpeg


class KeyInUse(Exception):
    """Another session has an entry with this key. It is left alone, and nothing of it is told."""


@dataclass(frozen=True)
class SavedNote:
    """`overlapped`: somebody else changed the same lines; both texts stand in `text`."""

    text: str
    revision: int
    overlapped: bool = False


@transaction.atomic
def plan_session(
    *,
    team: Team,
    blocks: Sequence[Block],
    facilitator: Any | None = None,
    starts_at: datetime | None = None,
    place: str = "",
) -> Session:
    session = Session.objects.create(
        team=team, facilitator=facilitator, starts_at=starts_at, place=place
    )
    replace_script(session, blocks)
    return session


@transaction.atomic
def replace_script(session: Session, blocks: Sequence[Block]) -> None:
    """Give a session another script; what was captured stays."""
    session.blocks.all().delete()
    for position, block in enumerate(blocks):
        block.session, block.position = session, position
    Block.objects.bulk_create(blocks)
    index(session)


@transaction.atomic
def arrange(
    session: Session, *, facilitator: Any | None, starts_at: datetime | None, place: str
) -> None:
    """When it is, where, and who leads it; it is found so at once."""
    session.plan(facilitator=facilitator, starts_at=starts_at, place=place)
    index(session)


@transaction.atomic
def save_note(
    session: Session, *, question: str, text: str, base: int, save_id: UUID, by: Any | None
) -> SavedNote:
    """Save what was typed from revision `base` on. The same `save_id` again changes nothing.

    When the note has moved on since, both texts are merged; every revision is kept.
    """
    note, _ = Note.objects.get_or_create(session=session, question=question)
    note = Note.objects.select_for_update().get(pk=note.pk)
    if note.revisions.filter(pk=save_id).exists():
        return SavedNote(note.text, note.revision)
    started_from = note.revisions.filter(number=base).values_list("text", flat=True).first()
    merged = merge(started_from or "", note.text, text)
    if merged.text == note.text and note.revision:
        return SavedNote(note.text, note.revision)
    note.text, note.revision = merged.text, note.revision + 1
    note.save()
    # a key that another note has says nothing about this one: the text counts
    key = uuid4() if NoteRevision.objects.filter(pk=save_id).exists() else save_id
    NoteRevision.objects.create(pk=key, note=note, number=note.revision, text=note.text, by=by)
    return SavedNote(note.text, note.revision, merged.overlapped)


def add_quote(session: Session, *, entry_id: UUID, text: str, speaker: str) -> Quote:
    """Keep somebody's words. The same `entry_id` again changes nothing. Raises KeyInUse."""
    quote, _ = Quote.objects.get_or_create(
        pk=entry_id, defaults={"session": session, "text": text, "speaker": speaker}
    )
    if quote.session_id != session.pk:
        raise KeyInUse
    return quote


@transaction.atomic
def add_commitment(
    session: Session, *, entry_id: UUID, text: str, who: str, look_back_on: date | None
) -> SessionCommitment:
    """Write down a promise. The same `entry_id` again changes nothing. Raises KeyInUse."""
    Session.objects.select_for_update().get(pk=session.pk)  # one at a time: the second finds it
    known = SessionCommitment.objects.filter(pk=entry_id).first()
    if known and known.session_id != session.pk:
        raise KeyInUse
    if known:
        return known
    commitment = make_commitment(
        team=session.team,
        text=text,
        who=who,
        look_back_on=look_back_on,
        companion=session.facilitator,
    )
    return SessionCommitment.objects.create(pk=entry_id, session=session, commitment=commitment)


@transaction.atomic
def take_back_commitment(entry: SessionCommitment) -> None:
    take_away(entry.commitment)


@transaction.atomic
def wish_for(session: Session, competences: Iterable[str]) -> None:
    """What the team wants to be trained in, instead of what it said before."""
    session.wishes.all().delete()
    Wish.objects.bulk_create(
        Wish(session=session, competence=competence) for competence in dict.fromkeys(competences)
    )


@transaction.atomic
def keep_photo(session: Session, *, data: bytes, alt: str, caption: str = "") -> Photo:
    """Keep the photo, cleaned of what a phone writes into it. Raises NotAPhoto."""
    jpeg = clean_jpeg(data)
    Session.objects.select_for_update().get(pk=session.pk)
    photo = Photo.objects.filter(session=session).first() or Photo(session=session)
    storage, before = photo.image.storage, photo.image.name
    photo.alt, photo.caption = alt, caption
    photo.image.save("foto.jpg", ContentFile(jpeg), save=False)
    photo.save()
    if before:  # not sooner: when this is undone, the old photo is the photo
        transaction.on_commit(lambda: storage.delete(before))
    return photo
