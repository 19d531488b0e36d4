"""What this room tells people about."""

from typing import Any

from leerkring.exchange.questions.models import Answer, Draft, Handover, Question
from leerkring.exchange.questions.reading_queries import drafts_to_read
from leerkring.foundation.notifications.frequency import Frequency
from leerkring.foundation.notifications.registry import Event, register, register_visible
from leerkring.foundation.notifications.standing import register_themes
from leerkring.network.circles.audience import Audience
from leerkring.network.themes.queries import names_by_row

GROUP, OWN, GUIDING = "Vragen", "Je eigen vragen en antwoorden", "Begeleiden"
DIRECT, DAILY = Frequency.DIRECT, Frequency.DAILY
for event in (
    Event("questions.routed", "Weet jij dit? Een vraag aan jou", GROUP, DIRECT, personal=True),
    Event("questions.new_in_circle", "Een nieuwe vraag in een werkgroep van je", GROUP),
    Event("questions.new_in_theme", "Een nieuwe vraag in een thema dat je volgt", GROUP),
    Event("questions.answered", "Een antwoord op je vraag", OWN, DIRECT, personal=True),
    Event("questions.accepted", "Je antwoord hielp iemand", OWN, DAILY, personal=True),
    Event("questions.outcome_due", "Wat heb je met een antwoord gedaan?", OWN, personal=True),
    Event("questions.outcome", "Wat iemand met je antwoord deed", OWN, DAILY, personal=True),
    Event("questions.read_along", "Iemand las je tekst mee", OWN, DIRECT, personal=True),
    Event("questions.to_read", "Iemand vraagt of je meeleest", GUIDING, DIRECT, personal=True),
    Event(
        "questions.handed_over",
        "Iemand wil een vraag stellen zonder naam",
        GUIDING,
        DIRECT,
        personal=True,
    ),
    Event("questions.stuck", "Een vraag die bleef liggen", GUIDING, DAILY, personal=True),
):
    register(event)


def visible_questions(person: Any, ids: set[str]) -> set[int]:
    rows = Question.objects.visible_to(person).filter(pk__in=ids)
    return set(rows.values_list("pk", flat=True))


def open_to_all(ids: set[str]) -> set[int]:
    """What is for nobody in particular: anyone who is signed in reads it (`meant_for`)."""
    rows = Question.objects.standing().filter(pk__in=ids).exclude(audience=Audience.CIRCLE)
    return set(rows.values_list("pk", flat=True))


def answers_open_to_all(ids: set[str]) -> set[int]:
    rows = Answer.objects.standing().filter(pk__in=ids, question__retraction=None)
    rows = rows.exclude(question__audience=Audience.CIRCLE)
    return set(rows.values_list("pk", flat=True))


def visible_answers(person: Any, ids: set[str]) -> set[int]:
    rows = Answer.objects.visible_to(person).filter(pk__in=ids)
    return set(rows.values_list("pk", flat=True))


def visible_handovers(person: Any, ids: set[str]) -> set[str]:
    rows = Handover.objects.for_guide(person).filter(pk__in=ids)
    return {str(pk) for pk in rows.values_list("pk", flat=True)}


def visible_drafts(person: Any, ids: set[str]) -> set[int]:
    """One's own, and those one is asked to read."""
    own = Draft.objects.filter(author=person, pk__in=ids).values_list("pk", flat=True)
    return set(own) | {draft.pk for draft in drafts_to_read(person) if str(draft.pk) in ids}


register_visible(Question, visible_questions, open_to_all)
register_themes(Question, lambda ids: names_by_row(Question, ids))
register_visible(Answer, visible_answers, answers_open_to_all)
register_visible(Handover, visible_handovers)
register_visible(Draft, visible_drafts)
