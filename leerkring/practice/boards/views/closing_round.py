"""The last thing on the board: three taps about the meeting itself."""

from django.contrib import messages
from django.http import HttpRequest

from leerkring.practice.boards.actions import lead_to
from leerkring.practice.boards.models import Board
from leerkring.practice.boards.views.pressing import button
from leerkring.practice.pulses.actions import NotNow, ask_pulse
from leerkring.practice.pulses.kinds import Kind


@button
def look_back(request: HttpRequest, board: Board) -> None:
    """Ask it, if nobody did, and lead every phone to it."""
    if not board.is_open:
        messages.error(request, "Open eerst het bord. Dan komt de terugblik op elke telefoon.")
        return
    try:
        pulse = ask_pulse(board.about, Kind.AFTER, by=request.user)
    except NotNow:
        messages.error(
            request, "De terugblik kan pas als de bijeenkomst is aangekondigd en begonnen."
        )
        return
    if pulse.is_closed:
        messages.error(request, "De terugblik is al gesloten.")
        return
    lead_to(board, pulse, by=request.user)
