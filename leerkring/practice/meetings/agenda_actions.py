"""What partners see differently, or what stays open, becomes a part of the programme.

The title says only what kind of thing it is: a programme is read by more people than may read an
agreement. What it is about stands in the script, by a link, for who may read it.
"""

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from leerkring.practice.agreements.models import Agreement
from leerkring.practice.agreements.queries import in_disagreement
from leerkring.practice.dilemmas.models import Dilemma
from leerkring.practice.meetings.agenda_queries import agreements_waiting, next_meetings
from leerkring.practice.meetings.models import Block, Meeting, Raised, Role
from leerkring.practice.meetings.programme_actions import BlockText, add_block
from leerkring.practice.meetings.subject_queries import everybody_of
from leerkring.practice.meetings.telling_actions import tell_agenda

MOST_BY_ITSELF = 3
MOST_LOOKED_AT = 5
SEEN_DIFFERENTLY = "Partners zien een afspraak verschillend. Geef het tijd, of haal het weg."
ABOUT_AN_AGREEMENT = BlockText(
    title="Een afspraak die wringt",
    minutes=20,
    purpose="Twee partners zien verschillend hoe het ging. We luisteren en kiezen hoe verder.",
    steps=(
        "3 min. Lees de afspraak voor zoals hij is gemaakt.",
        "8 min. Eerst vertelt wie iets kreeg hoe het ging, dan wie het beloofde. Niemand reageert.",
        "6 min. De zaal vraagt door: wat had geholpen, wat was niet te zien vanaf de andere kant?",
        "3 min. Kies: zo laten, aanpassen of stoppen. Schrijf op wat jullie kiezen.",
    ),
)
ABOUT_A_DILEMMA = BlockText(
    title="Een dilemma van de plank",
    minutes=25,
    purpose="We praten een vraag met twee kanten niet dicht, maar leren wat er op het spel staat.",
    steps=(
        "4 min. Lees beide kanten voor. Ieder kiest in stilte.",
        "12 min. Vertel per tafel een ervaring waarin dit echt speelde.",
        "6 min. Kies opnieuw. Wie verandert van kant vertelt waardoor.",
        "3 min. Zet de ervaringen bij het dilemma en spreek af wanneer het terugkomt.",
    ),
)


@transaction.atomic
def put_agreement_on(
    meeting: Meeting, agreement: Agreement, *, minutes: int | None = None
) -> Block:
    text = ABOUT_AN_AGREEMENT
    block = add_block(meeting, text if minutes is None else replace(text, minutes=minutes))
    block.agreement = agreement
    block.save(update_fields=["agreement"])
    return block


@transaction.atomic
def bring_up(agreement: Agreement, now: datetime) -> Meeting | None:
    """What two partners see differently comes on the programme of their next meeting, of which an
    organiser may read it, or to which both are asked to come; None when there is none yet: then it
    is tried again tomorrow.

    People who were asked to come know until when a meeting lasts. So on one that was made known it
    takes no time yet; who organises it hears of it, and gives it some.
    """
    row = Agreement.objects.select_for_update(of=("self",)).get(pk=agreement.pk)
    row.bring_up_at = None
    found = None
    if in_disagreement(now=now).filter(pk=row.pk).exists():
        found = next(
            (one for one in next_meetings(row, now)[:MOST_LOOKED_AT] if _fits(one, row)), None
        )
        if found is None:
            row.bring_up_at = now + timedelta(days=1)
        elif not found.blocks.filter(agreement=row).exists():
            put_agreement_on(found, row, minutes=0 if found.is_announced else None)
            number = found.blocks.exclude(agreement=None).count()
            tell_agenda(found, SEEN_DIFFERENTLY, once=f"agenda-{number}")
    row.save(update_fields=["bring_up_at"])
    return found


def _fits(meeting: Meeting, agreement: Agreement) -> bool:
    """Whether somebody who organises it may know what it is about. What two partners agreed outside
    a circle they bring themselves: nobody else learns more than that there is something."""
    readable = Agreement.objects.filter(pk=agreement.pk)
    roles = meeting.roles.filter(kind=Role.Kind.ORGANISER).select_related("person")
    if any(readable.visible_to(role.person).exists() for role in roles):
        return True
    here = agreement.contacts.filter(person__in=everybody_of(meeting))
    return agreement.circle is None and len(set(here.values_list("side", flat=True))) == 2


@transaction.atomic
def begin_with_what_wrings(meeting: Meeting, *, by: Any) -> int:
    """A new meeting of a circle gets on its programme what partners see differently, as far as its
    organiser may read it; who does not want that takes it off. How many."""
    found = list(agreements_waiting(by, meeting)[:MOST_BY_ITSELF])
    for agreement in found:
        put_agreement_on(meeting, agreement)
    return len(found)


@transaction.atomic
def put_dilemma_on(meeting: Meeting, dilemma: Dilemma, *, minutes: int | None = None) -> Block:
    """When the meeting begins, the shelf hears that it came back there."""
    text = ABOUT_A_DILEMMA
    block = add_block(meeting, text if minutes is None else replace(text, minutes=minutes))
    block.dilemma = dilemma
    block.save(update_fields=["dilemma"])
    Raised.objects.get_or_create(meeting=meeting, dilemma=dilemma)
    return block
