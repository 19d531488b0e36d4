"""The doors to dilemmas. Out of sight is 404; a visitor is first asked to sign in."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from leerkring.practice.dilemmas.models import Dilemma, Experience
from leerkring.practice.dilemmas.own_queries import own_dilemmas, own_experiences
from leerkring.practice.dilemmas.rules import may_lead


def out_of_sight(request: HttpRequest) -> HttpResponse:
    """A visitor may sign in and then perhaps see it; for anyone else it does not exist."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())


def visible_dilemma(request: HttpRequest, pk: int) -> Dilemma | None:
    rows = Dilemma.objects.visible_to(request.user)
    return rows.select_related("author", "circle__closing", "closing").filter(pk=pk).first()


def dilemma_or_404(request: HttpRequest, pk: int) -> Dilemma:
    found = visible_dilemma(request, pk)
    if found is None:
        raise Http404
    return found


def dilemma_to_take_back(request: HttpRequest, pk: int) -> Dilemma:
    """One that this person sees; and their own, also after they went out of its circle."""
    return own_dilemmas(request.user).filter(pk=pk).first() or dilemma_or_404(request, pk)


def experience_to_take_back(request: HttpRequest, pk: int) -> Experience:
    """The same for an experience."""
    own = own_experiences(request.user).select_related("dilemma__circle").filter(pk=pk).first()
    return own or experience_or_404(request, pk)


def led_dilemma(request: HttpRequest, pk: int) -> Dilemma:
    found = dilemma_or_404(request, pk)
    if not may_lead(request.user, found):
        raise Http404
    return found


def experience_or_404(request: HttpRequest, pk: int) -> Experience:
    rows = Experience.objects.visible_to(request.user).select_related("dilemma__circle", "author")
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
