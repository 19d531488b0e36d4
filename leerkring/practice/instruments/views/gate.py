"""Who comes in: editors at the desk, everybody who signed in at what they made."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from leerkring.practice.instruments.models import InstrumentDraft
from leerkring.practice.instruments.queries import drafts, versions
from leerkring.practice.instruments.rules import may_edit
from leerkring.practice.scans.models import InstrumentVersion

View = Callable[..., HttpResponse]


def for_editors(view: View) -> View:
    """Others do not find the page."""

    @login_required
    @wraps(view)
    def gate(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not may_edit(request.user):
            raise Http404
        return view(request, *args, **kwargs)

    return gate


def draft_or_404(pk: int) -> InstrumentDraft:
    return get_object_or_404(drafts(), pk=pk)


def version_or_404(pk: int) -> InstrumentVersion:
    return get_object_or_404(versions(), pk=pk)
