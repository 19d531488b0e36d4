"""Dilemmas and experiences can be flagged, by who can read them."""

from typing import Any

from leerkring.foundation.moderation.redacting_actions import redacting
from leerkring.foundation.moderation.registry import Flaggable, register
from leerkring.practice.dilemmas.actions import take_back, take_experience_back
from leerkring.practice.dilemmas.models import Dilemma, Experience
from leerkring.practice.dilemmas.queries import keepers_of_dilemma

MOST = 400


def writers(row: Any) -> set[int]:
    return {row.author_id} - {None}


def told_with_it(dilemma: Any) -> list[tuple[Any, tuple[str, ...]]]:
    """Where it was on the table, and what was learnt."""
    closed = [dilemma.closing] if dilemma.is_closed else []
    rows = [(outing, ("note",)) for outing in dilemma.outings.all()]
    return [*rows, *((closing, ("learnt",)) for closing in closed)]


def address_of(dilemma: Any) -> str:
    dilemma.call(dilemma.title)
    return str(dilemma.slug)


def stands(row: Any) -> bool:
    return not hasattr(row, "retraction") and not hasattr(row.dilemma, "retraction")


register(
    Flaggable(
        model=Dilemma,
        label="dit dilemma",
        visible_to=lambda person: Dilemma.objects.visible_to(person),
        moderators=keepers_of_dilemma,
        hide=lambda dilemma, by: take_back(dilemma, by=by),
        describe=lambda dilemma: f"Dilemma van {dilemma.author or 'iemand die er niet meer is'}",
        passage=lambda row: f"{row.title}\n{row.one_side}\n{row.other_side}\n\n{row.text}".strip(),
        url=lambda dilemma: dilemma.get_absolute_url(),
        stands=lambda dilemma: not hasattr(dilemma, "retraction"),
        writers=writers,
        redact=redacting(
            *("title", "one_side", "other_side", "text"), also=told_with_it, slug=address_of
        ),
        beside=lambda dilemma: dilemma.experiences.filter(retraction=None)[:MOST],
    )
)
register(
    Flaggable(
        model=Experience,
        label="deze ervaring",
        visible_to=lambda person: Experience.objects.visible_to(person),
        moderators=lambda row: keepers_of_dilemma(row.dilemma),
        hide=lambda row, by: take_experience_back(row, by=by),
        describe=lambda row: f"Ervaring van {row.author or 'iemand die er niet meer is'}",
        passage=lambda row: row.text,
        url=lambda row: row.get_absolute_url(),
        stands=lambda row: (
            not hasattr(row, "retraction") and not hasattr(row.dilemma, "retraction")
        ),
        writers=writers,
        redact=redacting("text", found_as=lambda row: row.dilemma),
        beside=lambda row: [row.dilemma, *row.dilemma.experiences.filter(retraction=None)[:MOST]],
    )
)
