"""No more mail of a kind, without signing in: the link in the mail is the key.

A GET changes nothing, as mail scanners follow links; a mail program posts (RFC 8058), and has no
cookie to prove itself with.
"""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from leerkring.foundation.notifications import unsubscribe_actions
from leerkring.foundation.notifications.unsubscribe_actions import BadToken, read_token


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def unsubscribe(request: HttpRequest, token: str) -> HttpResponse:
    try:
        person, scope = read_token(token)
    except BadToken as bad:
        raise Http404 from bad
    if request.method == "POST":
        unsubscribe_actions.unsubscribe(person, scope)
    context = {"label": scope.label, "is_done": request.method == "POST"}
    return render(request, "notifications/unsubscribe.html", context)
