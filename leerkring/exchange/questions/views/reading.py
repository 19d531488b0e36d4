"""Being somebody's second reader, before a text goes out."""

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from leerkring.exchange.questions.reading_queries import drafts_to_read
from leerkring.exchange.questions.telling_actions import tell_who_wrote
from leerkring.foundation.language.checking_actions import decide
from leerkring.foundation.language.models import SecondReading

YES = "Je tekst kan zo uit. Verstuur hem nu zelf."
NO = "Kijk er nog eens naar: volgens de tweede lezer wijst er iets naar een mens."


@login_required
def show(request: HttpRequest, pk: int) -> HttpResponse:
    draft = next((row for row in drafts_to_read(request.user) if row.pk == pk), None)
    if draft is None:
        raise Http404
    if request.method != "POST":
        return render(request, "questions/reading.html", {"draft": draft})
    agreed = "akkoord" in request.POST
    for reading in SecondReading.objects.of(draft).open():
        decide(reading, by=request.user, agreed=agreed)
    tell_who_wrote(draft, YES if agreed else NO, by=request.user)
    messages.success(request, "Bedankt voor het meelezen.")
    return redirect("questions:routed")
