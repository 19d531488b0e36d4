"""A question goes from hand to hand, until nothing leads to who asked it.

No function here is told who asks. Who guides is `by`, where somebody guides.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from leerkring.exchange.questions.actions import Asked, ask
from leerkring.exchange.questions.keys import name_of, new_key
from leerkring.exchange.questions.models import Handover, Key, Question, Word
from leerkring.exchange.questions.remarkable import ON_A_QUESTION
from leerkring.foundation.notifications.actions import withdraw as take_notices_back
from leerkring.foundation.remarks.actions import remark_on
from leerkring.network.circles.models import Circle
from leerkring.network.circles.rules import has_no_guide

FOR_SOMEBODY = "Van wie deze vraag stelde:\n\n"


class NoSuchKey(LookupError):
    """What was typed opens nothing."""


def hand_over(title: str, text: str, *, circle: Circle | None) -> str:
    """Give a question to who guides. Returns the key, which nobody else will ever see."""
    key = new_key()
    Handover.objects.create(
        title=title, text=text, circle=circle, key=name_of(key) or "", day=timezone.localdate()
    )
    return key


def opened(key: str) -> Handover | Question:
    """What this key belongs to. Raises NoSuchKey."""
    name = name_of(key)
    handover = Handover.objects.filter(key=name).select_related("circle").first() if name else None
    if handover is not None:
        return handover
    question = Question.objects.standing().filter(key__name=name).first() if name else None
    if question is None:
        raise NoSuchKey
    return question


@transaction.atomic
def post_for(handover: Handover, asked: Asked, *, by: Any) -> Question:
    """The question goes out under the name of who guides. What was handed over is gone."""
    locked = Handover.objects.select_for_update(of=("self",)).get(pk=handover.pk)
    question = ask(asked, by=by, on_behalf=True)
    Key.objects.create(question=question, name=locked.key)
    take_notices_back(locked)
    locked.delete()
    return question


def ask_for_other_words(handover: Handover, remark: str) -> None:
    """Who guides says what must change; who holds the key reads it."""
    handover.remark = remark
    handover.save(update_fields=["remark"])


def say_otherwise(handover: Handover, *, title: str, text: str) -> None:
    """The asker puts it in other words, and it is up to who guides again."""
    handover.title, handover.text, handover.remark = title, text, ""
    handover.day, handover.is_told = timezone.localdate(), False
    take_notices_back(handover)
    handover.save()


@transaction.atomic
def give_to_moderators(handover: Handover) -> None:
    """The asker does not want to wait until somebody guides the circle; only then."""
    if handover.circle is None or not has_no_guide(handover.circle):
        return
    handover.circle, handover.remark = None, ""
    handover.day, handover.is_told = timezone.localdate(), False
    take_notices_back(handover)
    handover.save()


@transaction.atomic
def take_out_of_hands(handover: Handover) -> None:
    """The asker does not want to ask it any more."""
    take_notices_back(handover)
    handover.delete()


def say_a_word(question: Question, text: str) -> Word:
    """Something to be passed on. The same twice is once: nobody's page is to be reloaded twice."""
    word, _ = Word.objects.get_or_create(
        question=question, text=text, defaults={"day": timezone.localdate()}
    )
    return word


@transaction.atomic
def pass_word_on(word: Word, *, text: str, by: Any) -> None:
    """Below the question, under the name of who guides; and then it is gone."""
    remark_on(word.question, ON_A_QUESTION, text=FOR_SOMEBODY + text, by=by)
    word.delete()
