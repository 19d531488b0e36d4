"""The doors: six letters for whoever is in the room, a role for whoever leads.

A wrong code, the code of a board that is closed or not open yet, and one that never was get the
same answer. Who guesses is counted by address, in the cache; a device that joined has a sealed
cookie for its board and is never counted, so that a room behind one address goes on when somebody
in it guesses. Only such a device may ask for the state or answer: there is nothing to guess there.
"""

import secrets
from datetime import timedelta
from hashlib import sha256

from allauth.account.adapter import get_adapter
from django.core.cache import caches
from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac

from leerkring.foundation.privacy.views.pace import MEMORY
from leerkring.foundation.privacy.views.untold import untold
from leerkring.practice.boards.models import Board
from leerkring.practice.meetings.join_codes import LETTERS
from leerkring.practice.meetings.views.guessing import (
    TEN_MINUTES,
    count_miss,
    missed_too_often,
)

COOKIE = "bord"
A_DAY = 86_400
MOST_JOINED = 3000  # new devices from one address


def device_of(request: HttpRequest, code: str) -> str | None:
    """The mark of the device for this board; None for one that did not join it."""
    secret, _, seal = request.COOKIES.get(COOKIE, "").partition(".")
    if not secret or not constant_time_compare(seal, _seal(code, secret)):
        return None
    return _mark(code, secret)


def give_cookie(request: HttpRequest, response: HttpResponse, code: str) -> None:
    """A random number for this device and this board, which goes nowhere else."""
    secret = secrets.token_urlsafe(16)
    response.set_cookie(
        COOKIE,
        f"{secret}.{_seal(code, secret)}",
        max_age=A_DAY,
        path=f"/b/{code}/",
        httponly=True,
        samesite="Lax",
        secure=request.is_secure(),
    )


def is_barred(request: HttpRequest) -> bool:
    """Whether this address missed too often, or brings too many devices."""
    return missed_too_often(request) or caches[MEMORY].get(_key(request), 0) >= MOST_JOINED


def count_joined(request: HttpRequest) -> None:
    """In memory: who joined leaves no moment on a disk."""
    key, counts = _key(request), caches[MEMORY]
    counts.add(key, 0, TEN_MINUTES)
    try:
        counts.incr(key)
    except ValueError:  # it ran out between the two
        return


def no_board(request: HttpRequest) -> HttpResponse:
    return untold(render(request, "boards/unknown.html", status=404))


def wait(request: HttpRequest) -> HttpResponse:
    return untold(render(request, "boards/wait.html", status=429))


def led_board(request: HttpRequest, pk: int) -> Board:
    """For who leads it; for anyone else it does not exist."""
    return get_object_or_404(Board.objects.led_by(request.user).with_its_state(), pk=pk)


def screen_address(board: Board) -> str:
    """The big screen for a computer on which nobody is signed in; letters, to be typed over."""
    return reverse("boards:watch", args=[board.code, _screen_seal(board.code)])


def watched_board(request: HttpRequest, code: str, seal: str) -> Board | None:
    """For a screen with the whole address, until a day after the board closed."""
    if not constant_time_compare(seal, _screen_seal(code)):
        count_miss(request)
        return None
    over = Q(closing__at__lte=timezone.now() - timedelta(days=1))
    return Board.objects.with_its_state().filter(~over, code=code).first()


def _screen_seal(code: str) -> str:
    """Twelve letters, of 52 bits: whoever has the code alone does not have these."""
    signed = salted_hmac("leerkring.boards.screen", code, algorithm="sha256").digest()
    return "".join(LETTERS[byte % len(LETTERS)] for byte in signed[:12])


def _key(request: HttpRequest) -> str:
    address = str(get_adapter().get_client_ip(request))
    return f"boards:joined:{salted_hmac('leerkring.boards.address', address).hexdigest()}"


def _seal(code: str, secret: str) -> str:
    return salted_hmac("leerkring.boards.device", f"{code}:{secret}").hexdigest()[:32]


def _mark(code: str, secret: str) -> str:
    return sha256(f"{code}:{secret}".encode()).hexdigest()[:32]
