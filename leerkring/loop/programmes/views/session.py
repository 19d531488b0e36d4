"""The facilitator's page: the team's picture, the script with a clock, and writing."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from leerkring.loop.programmes.emphasis_json import advice_from_json
from leerkring.loop.programmes.models import Participation
from leerkring.loop.programmes.pictures import picture_of
from leerkring.loop.programmes.queries import instrument_of, result_of, timed_blocks
from leerkring.practice.commitments.queries import tally
from leerkring.practice.gatherings.form_files import competences
from leerkring.practice.gatherings.forms import CommitmentForm, PhotoForm, QuoteForm, WishForm
from leerkring.practice.gatherings.harvest import QUESTIONS
from leerkring.practice.gatherings.models import Session
from leerkring.practice.gatherings.queries import promises_before
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.first_talk import first_talk


@login_required
def show(request: HttpRequest, session_id: int) -> HttpResponse:
    sessions = Session.objects.writable_by(request.user).select_related("team__district", "photo")
    session = get_object_or_404(sessions, pk=session_id)
    participations = Participation.objects.select_related("programme", "tailoring", "team")
    participation = get_object_or_404(participations, session=session)
    advice = advice_from_json(participation.tailoring.advice)
    asked, result = instrument_of(participation.programme), result_of(participation)
    context = {
        "session": session,
        "participation": participation,
        "picture": picture_of(result, asked),
        "subjects": first_talk(result),
        "advice": advice,
        "blocks": timed_blocks(session),
        "kept": tally(promises_before(session), reader=request.user),
        **capture_of(session),
    }
    return render(request, "programmes/session.html", context)


def capture_of(session: Session) -> dict[str, Any]:
    """The forms for writing, filled with what is there already."""
    notes = {note.question: note for note in session.notes.all()}
    wishes = [wish.competence for wish in session.wishes.all()]
    photo = getattr(session, "photo", None)
    return {
        "dimensions": [
            (d, [(q, notes.get(q.key)) for q in QUESTIONS if q.dimension is d]) for d in Dimension
        ],
        "quotes": session.quotes.all(),
        "commitments": session.commitment_entries.select_related("commitment"),
        "photo": photo,
        "quote_form": QuoteForm(auto_id="quote_%s"),
        "commitment_form": CommitmentForm(auto_id="commitment_%s"),
        "photo_form": PhotoForm(instance=photo, auto_id="photo_%s"),
        "wish_form": WishForm(competences=competences(), initial={"competences": wishes}),
    }
