"""Who is out of sight is not there."""

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse


def out_of_sight(request: HttpRequest) -> HttpResponse:
    """A visitor may sign in and then perhaps see who it is; for anyone else there is nobody."""
    if request.user.is_authenticated:
        raise Http404
    return redirect_to_login(request.get_full_path())
