"""What lies on the desk of who guides, leads or moderates: counted, all in one look."""

from dataclasses import dataclass
from typing import Any

from django.db.models import (
    BigIntegerField,
    BooleanField,
    CharField,
    Exists,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Value,
)
from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Cast
from django.urls import reverse

from leerkring.exchange.posts.models import Review
from leerkring.exchange.questions.models import Handover, Question, Word
from leerkring.exchange.questions.models.handing import guided_by
from leerkring.foundation.moderation.models import Flag
from leerkring.foundation.notifications.models import Notice
from leerkring.foundation.statements.made_once import made_once
from leerkring.network.circles.audience import Audience
from leerkring.network.circles.models import JoinRequest, Membership
from leerkring.network.entrance.models import JoinRequest as Knock
from leerkring.network.people.models import Person
from leerkring.practice.meetings.models import Meeting
from leerkring.site.agenda import Task

WORDS = "post__draft__content"  # of a text that an editor looks at


@dataclass(frozen=True)
class Desk:
    """How much waits of each; of the first two only whether anything does."""

    has_stuck: bool = False
    has_requests: bool = False
    orders: bool = False
    handed: int = 0
    words: int = 0
    knocks: int = 0
    flags: int = 0
    reviews: int = 0

    @property
    def tasks(self) -> list[Task]:
        lines = (
            _line("Begeleiden", self.handed + self.words, NAMELESS, "questions:handovers"),
            _line("Aan de deur", self.knocks, KNOCKING, "entrance:requests"),
            _line("Modereren", self.flags if self.orders else 0, FLAGGED, "moderation:queue"),
            _line("Redactie", self.reviews, TO_REVIEW, "posts:reviews"),
        )
        return [task for task in lines if task is not None]


NAMELESS = ("Een vraag zonder naam", "{} vragen zonder naam", "Kijk ze na, en geef ze door.")
KNOCKING = ("Iemand wil erbij", "{} mensen willen erbij", "Lees waarom, en geef antwoord.")
FLAGGED = ("Er is iets gemeld", "{} dingen zijn gemeld", "Kijk wat kan blijven staan.")
TO_REVIEW = ("Een stuk wacht op jou", "{} stukken wachten op jou", "Kijk na wat uit wil komen.")


def desk_of(person: Any) -> Desk:
    """Most people have none: then a short look is all there is."""
    if not person.moderates and not _may_have_one(person):
        return Desk()
    for row in _counted(person):
        return Desk(*row)
    return Desk()


def _line(about: str, number: int, words: tuple[str, str, str], page: str) -> Task | None:
    one, more, sentence = words
    title = one if number == 1 else more.format(number)
    return Task(about, title, sentence, reverse(page)) if number else None


class _Number(Subquery):
    template = "(SELECT COUNT(*) FROM (%(subquery)s) AS counted)"


@made_once
def _may_have_one(person: Any) -> QuerySet[Person]:
    guides, leads = Membership.objects.of(person).guiding(), Meeting.objects.led_by(person)
    return Person.objects.filter(Exists(guides) | Exists(leads), pk=person.pk)


@made_once
def _counted(person: Any) -> QuerySet[Any, Any]:
    guided = Membership.objects.of(person).guiding()
    stuck = Question.objects.filter(guided_by(person, "circle"), stuck_at__isnull=False)
    asked = JoinRequest.objects.filter(decided_at=None, circle__in=guided.values("circle"))
    handed = Handover.objects.for_guide(person).filter(remark="")
    return Person.objects.filter(pk=person.pk).values_list(
        Exists(stuck),
        Exists(asked),
        _orders(person, guided),
        _number(handed),
        _number(Word.objects.for_guide(person)),
        _number(Knock.objects.waiting()) if person.moderates else Value(0),
        _number(_flags(person), "about", "about_id"),
        _number(_reviews(person, guided)),
    )


def _number(rows: QuerySet[Any], *names: str) -> _Number:
    return _Number(
        rows.order_by().values(*names or ("pk",)).distinct(), output_field=IntegerField()
    )


def _orders(person: Any, guided: QuerySet[Membership]) -> Any:
    """Whether anything can be flagged to this person at all, now."""
    if person.moderates:
        return Value(True, output_field=BooleanField())
    return Q(Exists(guided)) | Q(Exists(Meeting.objects.led_by(person)))


def _flags(person: Any) -> QuerySet[Flag]:
    """Open ones of which this person was told: each room says by itself, row by row, who decides,
    which is too much to ask on every visit."""
    told = Notice.objects.filter(
        person=person.pk,
        occasion__event="moderation.flagged",
        occasion__about=Flag._meta.label_lower,
        occasion__about_id=OuterRef("key"),
    )
    rows = Flag.objects.open().annotate(key=Cast("pk", CharField()))
    return rows.filter(Exists(told)).exclude(by=person.pk)


def _reviews(person: Any, guided: QuerySet[Membership]) -> QuerySet[Review]:
    """As `posts.rules.may_judge`: of what is for a circle its guides, of all else a moderator."""
    circle = Cast(KeyTextTransform("circle", WORDS), BigIntegerField())
    for_circle = Q(**{f"{WORDS}__audience": Audience.CIRCLE.value})
    mine = for_circle & Q(of__in=guided.values("circle"))
    rows = Review.objects.filter(outcome="").exclude(post__author=person.pk).annotate(of=circle)
    return rows.filter(mine | ~for_circle if person.moderates else mine)
