"""Questions of the team mate for every audience, and some without a name.

The circle is that of the posts: the professional guides it, the team mate takes part. The
facilitator answers what is open; the adviser is asked whether they know.
"""

from typing import Any

from django.utils import timezone

from leerkring.exchange.questions.actions import Asked, ask, close, keep_draft, take_back
from leerkring.exchange.questions.answering_actions import accept, answer
from leerkring.exchange.questions.handing_actions import hand_over, opened, post_for, say_a_word
from leerkring.exchange.questions.models import Appeal, Question
from leerkring.foundation.language.checking_actions import ask_second_reader
from leerkring.network.circles.audience import Audience


def furnish(world: Any) -> None:
    """`questions <name>`: open, in, circle, gone, done, closed, stuck (for the circle), left (for
    the circle, by somebody who was taken out of it; there is a `left answer` too) and behalf
    (posted by the professional); answers `open answer` and `circle answer`; `appeal`, `draft`,
    `handover`, `circle handover`, `word`, and `key`, which opens `behalf`."""
    people, things = world.people, world.things
    circle, asker = things["posts circle"], people["team_mate"]
    for name in ("open", "in", "circle", "gone", "done", "closed"):
        audience = {"in": Audience.SIGNED_IN, "circle": Audience.CIRCLE}.get(name, Audience.PUBLIC)
        only = circle if audience is Audience.CIRCLE else None
        asked = Asked(f"Hoe begin je een gesprek: {name}", "Wij zoeken.", (), audience, only)
        things[f"questions {name}"] = ask(asked, by=asker)
    asked = Asked("Wie dronk er thee?", "", (), Audience.CIRCLE, circle)
    things["questions left"] = ask(asked, by=people["other_team"])
    asked = Asked("Wie weet dit?", "", (), Audience.CIRCLE, circle)
    things["questions stuck"] = ask(asked, by=asker)
    Question.objects.filter(pk=things["questions stuck"].pk).update(stuck_at=timezone.now())
    _answer_some(world)
    take_back(things["questions gone"], by=asker)
    close(things["questions closed"], by=asker)
    things["questions appeal"] = Appeal.objects.create(
        question=things["questions in"], person=people["adviser"], at=timezone.now()
    )
    draft = keep_draft(asker, {"title": "Mag dit?", "text": "", "audience": "openbaar"})
    ask_second_reader(draft, asked_by=asker, fingerprint="x")
    things["questions draft"] = draft
    _hand_some_over(world, circle)


def _answer_some(world: Any) -> None:
    things, people = world.things, world.people
    for name, by in (("open", "facilitator"), ("circle", "professional"), ("done", "facilitator")):
        question = things[f"questions {name}"]
        made = answer(question, text="Begin met koffie.", by=people[by])
        things[f"questions {name} answer"] = made
    things["questions left answer"] = answer(
        things["questions circle"], text="Begin met thee.", by=people["other_team"]
    )
    accept(things["questions done answer"], by=people["team_mate"])
    things["questions done"] = Question.objects.get(pk=things["questions done"].pk)


def _hand_some_over(world: Any, circle: Any) -> None:
    things = world.things
    for name, where in (("handover", None), ("circle handover", circle)):
        things[f"questions {name}"] = opened(hand_over(f"Een vraag: {name}", "", circle=where))
    key = hand_over("Mag ik twijfelen?", "", circle=circle)
    asked = Asked("Mag ik twijfelen?", "", (), Audience.CIRCLE, circle)
    question = post_for(opened(key), asked, by=world.people["professional"])
    things |= {
        "questions key": key,
        "questions behalf": question,
        "questions word": say_a_word(question, "Dank je."),
    }
