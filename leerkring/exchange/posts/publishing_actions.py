"""A draft goes out, at once or at its hour, by its author or an editor; and is taken back."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.exchange.posts.announcing_actions import tell_held_back
from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.models import Draft, Post, Retraction, Review, Version
from leerkring.exchange.posts.queries import living_themes
from leerkring.exchange.posts.readiness_queries import what_is_missing
from leerkring.exchange.posts.richtext import excerpt
from leerkring.foundation.activity.actions import record
from leerkring.foundation.language.checking_actions import decide, withdraw
from leerkring.foundation.language.models import SecondReading
from leerkring.foundation.notifications.actions import retell
from leerkring.foundation.notifications.actions import withdraw as take_notices_back
from leerkring.foundation.search.actions import forget, index

ANNOUNCING = ("posts.new_in_circle", "posts.new_in_theme")


def _review_day(post: Post, content: Content, today: date) -> date | None:
    """When its author is asked whether it still holds; what expires goes by itself."""
    if post.what.expires or not content.review_after:
        return None
    return today + timedelta(days=round(content.review_after * 365 / 12))


@transaction.atomic
def publish(post: Post, *, by: Any, now: datetime | None = None) -> bool:
    """What the draft says is what readers see, and stays as a version. Once: a draft that is
    gone was published already, and then nothing happens. Returns whether it went out."""
    now = now or timezone.now()
    draft = Draft.objects.select_for_update().filter(post=post).first()
    if draft is None or post.is_retracted:
        return False
    content = draft.says
    themes = living_themes(content.themes)
    content = content.edited(themes=tuple(sorted(theme.pk for theme in themes)))
    before = post.get_absolute_url()
    post.say(content, excerpt(content.texts.get(post.what.lead.key, "")))
    post.changed_at = now
    post.published_at = post.published_at or now
    post.review_on = _review_day(post, content, timezone.localdate(now))
    post.review_asked_at = None
    post.save()
    post.themes.set(themes)
    post.attachments.filter(held=True).update(held=False)
    number = post.versions.count() + 1
    Version.objects.create(post=post, number=number, content=content.as_json(), by=by)
    post.reviews.filter(outcome="").update(outcome=Review.Outcome.PUBLISHED, by=by, decided_at=now)
    draft.delete()
    moved = (before, post.get_absolute_url())
    retell(post, title=post.title, quote=post.lead, events=ANNOUNCING, moved=moved)
    index(post)
    verb = "uitgebracht" if number == 1 else "bijgewerkt"
    record(f"posts.{verb}", by=by, about=post, sentence=f"{post.what.name} {verb}.")
    return True


@transaction.atomic
def schedule(post: Post, *, at: datetime | None) -> None:
    """The worker publishes it then; of what lies with an editor, not before they agreed."""
    Draft.objects.filter(post=post).update(publish_at=at)


@transaction.atomic
def hand_in(post: Post) -> None:
    """Ask an editor to look. Asking twice is asking once."""
    Review.objects.get_or_create(post=post, outcome="")


@transaction.atomic
def take_back(post: Post) -> None:
    """Out of the hands of an editor or the clock, to write on."""
    Draft.objects.filter(post=post).update(publish_at=None)
    post.reviews.filter(outcome="").delete()
    withdraw(post)


@transaction.atomic
def hold_back(post: Post, *, at: datetime | None, missing: Iterable[str]) -> None:
    """It cannot go out as it stands: its author was promised that it would, and hears why it did
    not. Not when another hour was chosen meanwhile."""
    still = Draft.objects.select_for_update().filter(post=post, publish_at=at)
    if still.exists():
        take_back(post)
        tell_held_back(post, at=at, missing=missing)


@transaction.atomic
def agree(post: Post, *, by: Any, now: datetime | None = None) -> datetime | None:
    """Who read along lets it go out: at once, or at the hour that its author chose. Returns that
    hour if it is still to come.

    While it waited a circle can have closed, or a day have passed: what cannot go out now goes
    back to its author, with what is missing. Then its draft is still there.
    """
    now = now or timezone.now()
    _answer_reading(post, by=by, agreed=True)
    draft = Draft.objects.filter(post=post).first()
    if draft is not None and draft.publish_at is not None and draft.publish_at > now:
        _close_review(post, Review.Outcome.PUBLISHED, by=by, now=now)
        return draft.publish_at
    if draft is not None and (missing := what_is_missing(post, draft.says, post.author)):
        said = " ".join(missing.values())
        _close_review(post, Review.Outcome.RETURNED, by=by, now=now, remark=said)
        hold_back(post, at=draft.publish_at, missing=missing.values())
    else:
        publish(post, by=by, now=now)
    return None


def _close_review(post: Post, outcome: Any, *, by: Any, now: datetime, remark: str = "") -> None:
    told = {"outcome": outcome, "remark": remark, "by": by, "decided_at": now}
    post.reviews.filter(outcome="").update(**told)


def _answer_reading(post: Post, *, by: Any, agreed: bool) -> None:
    for reading in SecondReading.objects.of(post).open():
        decide(reading, by=by, agreed=agreed)


@transaction.atomic
def send_back(post: Post, *, remark: str, by: Any) -> None:
    """An editor gives the draft back to its author, and says why."""
    _answer_reading(post, by=by, agreed=False)
    schedule(post, at=None)
    _close_review(post, Review.Outcome.RETURNED, by=by, now=timezone.now(), remark=remark)


@transaction.atomic
def retract(post: Post, *, by: Any, reason: str = "") -> None:
    """Nobody sees it any more; its author still finds it among what is their own."""
    Draft.objects.filter(post=post).update(publish_at=None)
    _, new = Retraction.objects.get_or_create(post=post, defaults={"by": by, "reason": reason})
    if new:
        forget(post)
        take_notices_back(post)
        record("posts.ingetrokken", by=by, about=post, sentence=f"{post.what.name} ingetrokken.")


@transaction.atomic
def say_still_current(post: Post) -> None:
    """Its author looked: good for as long again."""
    post.review_on = _review_day(post, post.said, timezone.localdate())
    post.review_asked_at = None
    post.save(update_fields=["review_on", "review_asked_at"])


@transaction.atomic
def solve(post: Post) -> None:
    """What was asked or offered is found: it leaves the board."""
    Post.objects.filter(pk=post.pk, solved_at=None).update(solved_at=timezone.now())
