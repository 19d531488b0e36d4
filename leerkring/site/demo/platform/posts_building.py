"""Posts of the demo go out through their own actions; what followed is put in at its own time."""

from datetime import date, datetime, timedelta

from leerkring.exchange.posts.actions import begin
from leerkring.exchange.posts.content import Content
from leerkring.exchange.posts.kinds import BY_KEY
from leerkring.exchange.posts.models import Draft, Post, Trial, Version, ViewCount
from leerkring.exchange.posts.publishing_actions import publish
from leerkring.foundation.activity.models import Activity
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import Circle
from leerkring.network.people.models import Person
from leerkring.network.themes.models import Theme
from leerkring.site.demo.platform.markup import rich
from leerkring.site.demo.platform.moments import as_given, moment
from leerkring.site.demo.platform.texts import Piece, pieces


def bring_out(
    people: dict[str, Person], themes: dict[str, Theme], circles: dict[str, Circle], today: date
) -> dict[str, Post]:
    """All posts, by key."""
    found = {}
    for piece in pieces():
        content = content_of(piece, themes, circles, today)
        found[piece.key] = _bring_out(piece, content, people[piece.author], today)
    _tell_of_trials(found, people, today)
    _count_views(found, today)
    return found


def content_of(
    piece: Piece, themes: dict[str, Theme], circles: dict[str, Circle], today: date
) -> Content:
    """What a piece says, as its author would have filled it in."""
    kind, facts = BY_KEY[piece.kind], dict(piece.facts)
    if piece.expires is not None:
        ends = today + timedelta(days=piece.expires - piece.days)
        facts["expires_on"] = ends.isoformat()
    lines = {section.key for section in kind.sections if not section.rich}
    return Content(
        title=piece.title,
        texts={key: text if key in lines else rich(text) for key, text in piece.texts.items()},
        facts=facts,
        keywords=piece.keywords,
        themes=tuple(themes[name].pk for name in piece.themes),
        audience=Audience(piece.audience),
        circle=circles[piece.circle].pk if piece.circle else None,
    )


def _bring_out(piece: Piece, content: Content, author: Person, today: date) -> Post:
    """Published at its own time, and told to nobody: it is long ago."""
    at = moment(today, piece.days, piece.key)
    post = begin(BY_KEY[piece.kind], title=piece.title, by=author)
    Draft.objects.filter(post=post).update(content=content.as_json())
    publish(post, by=author, now=at)
    post.refresh_from_db()
    post.begun_at = at - timedelta(days=2)
    post.announced_at = at
    if piece.is_solved and piece.expires is not None:
        post.solved_at = at + timedelta(days=min(piece.expires // 2, piece.days - 1))
    post.save(update_fields=["begun_at", "announced_at", "solved_at"])
    Version.objects.filter(post=post).update(at=at)
    Activity.objects.filter(about="posts.post", about_id=str(post.pk)).update(at=at)
    return post


def _tell_of_trials(posts: dict[str, Post], people: dict[str, Person], today: date) -> None:
    with as_given((Trial, "at")):
        Trial.objects.bulk_create(
            Trial(
                post=posts[piece.key],
                by=people[trial.who],
                at=moment(today, piece.days - trial.after, f"{piece.key}{trial.who}"),
                outcome=trial.outcome,
                where=trial.where,
                changed=trial.changed,
                came_of_it=trial.came_of_it,
            )
            for piece in pieces()
            for trial in piece.trials
        )


def _count_views(posts: dict[str, Post], today: date) -> None:
    """More on the first day than on the next, and more of what was thanked more."""
    ViewCount.objects.bulk_create(
        ViewCount(
            post=posts[piece.key],
            day=_day(posts[piece.key].published_at) + timedelta(days=later),
            number=(4 + 3 * piece.thanks) // (1 + later),
        )
        for piece in pieces()
        for later in (0, 1, 2, 6)
        if later < piece.days
    )


def _day(at: datetime | None) -> date:
    assert at is not None  # a post that went out
    return at.date()
