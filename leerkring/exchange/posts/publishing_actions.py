"""A draft goes out, at once or at its hour, by its author or an editor; and is taken back."""

from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.exchange.posts.models import Draft, Post, Retraction, Review, Version
from leerkring.exchange.posts.queries import living_themes
from leerkring.exchange.posts.richtext import excerpt
from leerkring.foundation.activity.actions import record
from leerkring.foundation.language.checking_actions import decide, withdraw
from leerkring.foundation.language.models import SecondReading
from leerkring.foundation.notifications.actions import withdraw as take_notices_back
from leerkring.foundation.search.actions import forget, index

A_YEAR = timedelta(days=365)


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
    post.say(content, excerpt(content.texts.get(post.what.lead.key, "")))
    post.changed_at = now
    post.published_at = post.published_at or now
    post.review_on = None if post.what.expires else timezone.localdate(now) + A_YEAR
    post.review_asked_at = None
    post.save()
    post.themes.set(themes)
    number = post.versions.count() + 1
    Version.objects.create(post=post, number=number, content=content.as_json(), by=by)
    post.reviews.filter(outcome="").update(outcome=Review.Outcome.PUBLISHED, by=by, decided_at=now)
    draft.delete()
    index(post)
    verb = "uitgebracht" if number == 1 else "bijgewerkt"
    record(f"posts.{verb}", by=by, about=post, sentence=f"{post.what.name} {verb}.")
    return True


@transaction.atomic
def schedule(post: Post, *, at: datetime) -> None:
    """The worker publishes it then."""
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
def agree(post: Post, *, by: Any) -> None:
    """Who read along lets it go out."""
    _answer_reading(post, by=by, agreed=True)
    publish(post, by=by)


def _answer_reading(post: Post, *, by: Any, agreed: bool) -> None:
    for reading in SecondReading.objects.of(post).open():
        decide(reading, by=by, agreed=agreed)


@transaction.atomic
def send_back(post: Post, *, remark: str, by: Any) -> None:
    """An editor gives the draft back to its author, and says why."""
    _answer_reading(post, by=by, agreed=False)
    post.reviews.filter(outcome="").update(
        outcome=Review.Outcome.RETURNED, remark=remark, by=by, decided_at=timezone.now()
    )


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
    """Its author looked: good for another year."""
    post.review_on = timezone.localdate() + A_YEAR
    post.review_asked_at = None
    post.save(update_fields=["review_on", "review_asked_at"])


@transaction.atomic
def solve(post: Post) -> None:
    """What was asked or offered is found: it leaves the board."""
    Post.objects.filter(pk=post.pk, solved_at=None).update(solved_at=timezone.now())
