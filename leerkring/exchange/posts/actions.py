"""Writing: beginning a post, keeping a draft, throwing it away, and who read how often."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from types import MappingProxyType
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F
from django.utils import timezone

from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.kinds import Kind
from leerkring.exchange.posts.models import Attachment, Draft, Post, ViewCount
from leerkring.foundation.files.actions import keep_file, throw_away
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle


@dataclass(frozen=True)
class NewFile:
    """A file that was chosen in a form; a picture has words for who cannot see it."""

    upload: Any
    alt: str = ""
    caption: str = ""
    is_picture: bool = False


class Overtaken(Exception):
    """Somebody saved in between, in another tab: nothing was written. `draft` is what stands."""

    def __init__(self, draft: Draft) -> None:
        super().__init__("In een ander venster is dit stuk ook bewaard.")
        self.draft = draft


class Waiting(Exception):
    """The draft lies with an editor or waits for its hour: take it back before writing on."""


@transaction.atomic
def begin(kind: Kind, *, title: str, by: Any, circle: Circle | None = None) -> Post:
    """A post that only its author sees, with a draft to write in."""
    post = Post.objects.create(kind=kind.key, author=by)
    content = Content(title=title, circle=circle.pk if circle else None)
    if circle is not None:
        content = content.edited(audience=Audience.CIRCLE)
    Draft.objects.create(post=post, content=content.as_json())
    return post


def draft_of(post: Post) -> Draft:
    """What is being written; when that is nothing, what readers see, as a row not yet kept."""
    return Draft.objects.filter(post=post).first() or Draft(post=post, content=post.content)


def is_waiting(post: Post) -> bool:
    """With an editor, or until its hour."""
    return (
        post.reviews.filter(outcome="").exists()
        or Draft.objects.filter(post=post, publish_at__isnull=False).exists()
    )


@transaction.atomic
def save_draft(post: Post, content: Content, *, base: int) -> Draft:
    """Keep what was typed, if nobody saved since `base`. Saving the same twice changes nothing.

    Raises `Overtaken`, and `Waiting`; the text is still with who typed it then.
    """
    draft = Draft.objects.select_for_update().filter(post=post).first() or draft_of(post)
    if draft.says == content:
        return draft
    if is_waiting(post):
        raise Waiting
    if draft.saves != base:
        raise Overtaken(draft)
    draft.content, draft.saves = content.as_json(), base + 1
    draft.save()
    return draft


@transaction.atomic
def keep_attachments(
    post: Post,
    *,
    new: Iterable[NewFile],
    removed: Iterable[int],
    by: Any,
    alts: Mapping[int, str] = MappingProxyType({}),
    held: bool = False,
) -> None:
    """Files that come with a post and go from it, at once; `alts` are words for who cannot see
    the pictures, by attachment. What is `held` comes with it when it goes out again.

    Raises BadFile for one of the new, and `Waiting`: an editor agrees with what is there.
    """
    new = list(new)
    if (new or alts) and is_waiting(post):
        raise Waiting
    gone = list(post.attachments.filter(pk__in=list(removed)))
    for attachment in gone:
        attachment.delete()
    throw_away([attachment.file_id for attachment in gone])
    say_of_files(post, alts=alts)
    for file in new:
        stored = keep_file(file.upload, by=by, alt=file.alt)
        Attachment.objects.create(
            post=post, file=stored, is_picture=file.is_picture, caption=file.caption, held=held
        )
    if new and held:  # something to bring out
        Draft.objects.get_or_create(post=post, defaults={"content": post.content})


@transaction.atomic
def say_of_files(
    post: Post,
    *,
    alts: Mapping[int, str] = MappingProxyType({}),
    captions: Mapping[int, str] = MappingProxyType({}),
    names: Mapping[int, str] = MappingProxyType({}),
) -> None:
    """Other words for who cannot see a picture, other captions and names as they are shown, at
    once; by attachment."""
    said = post.attachments.filter(pk__in=[*alts, *captions, *names])
    for row in said.select_related("file"):
        row.file.alt = alts.get(row.pk, row.file.alt)
        row.file.name = names.get(row.pk, row.file.name)
        row.file.save(update_fields=["alt", "name"])
        row.caption = captions.get(row.pk, row.caption)
        row.save(update_fields=["caption"])


@transaction.atomic
def throw_draft_away(post: Post) -> None:
    """Back to what readers see; a post that never went out is gone with its files."""
    Draft.objects.filter(post=post).delete()
    post.reviews.filter(outcome="").delete()
    never_out = post.published_at is None
    attachments = post.attachments.all() if never_out else post.attachments.filter(held=True)
    files = list(attachments.values_list("file_id", flat=True))
    attachments.delete()
    if never_out:
        post.delete()
    throw_away(files)


def count_view(post: Post, *, at: datetime | None = None) -> None:
    """One more today. Nothing is kept of who."""
    today = ViewCount.objects.filter(post=post, day=timezone.localdate(at))
    if today.update(number=F("number") + 1):
        return
    try:
        with transaction.atomic():
            ViewCount.objects.create(post=post, day=timezone.localdate(at), number=1)
    except IntegrityError:  # somebody else was first today
        today.update(number=F("number") + 1)
