"""Dilemmas and experiences can be flagged, by who can read them."""

from leerkring.foundation.moderation.registry import Flaggable, register
from leerkring.practice.dilemmas.actions import take_back, take_experience_back
from leerkring.practice.dilemmas.models import Dilemma, Experience
from leerkring.practice.dilemmas.queries import keepers_of_dilemma

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
    )
)
