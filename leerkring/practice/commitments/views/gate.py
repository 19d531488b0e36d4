"""The doors to promises. Out of sight is 404; a visitor is first asked to sign in."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from leerkring.practice.commitments.models import Commitment
from leerkring.practice.commitments.queries import with_outcome


def out_of_sight(request: HttpRequest) -> HttpResponse:
    """A visitor may sign in and then perhaps see it; for anyone else it does not exist."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())


def visible_commitment(request: HttpRequest, pk: int) -> Commitment | None:
    seen = Commitment.objects.visible_to(request.user).with_owners()
    return with_outcome(seen).filter(pk=pk).first()


def own_commitment(request: HttpRequest, pk: int) -> Commitment:
    """For whose it is, signed in."""
    found = Commitment.objects.of(request.user).with_owners().filter(pk=pk).first()
    if found is None:
        raise Http404
    return found
