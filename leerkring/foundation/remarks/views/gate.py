"""The one door to what is reacted to."""

from typing import Any

from django.http import Http404, HttpRequest

from leerkring.foundation.remarks.models import Remark
from leerkring.foundation.remarks.own_queries import own_remarks
from leerkring.foundation.remarks.registry import Remarkable, remarkable
from leerkring.foundation.remarks.visible_queries import visible_to


def visible_row(request: HttpRequest, about: str, about_id: str) -> tuple[Remarkable, Any]:
    """What is reacted to, for who may see it; for anyone else it does not exist."""
    entry = remarkable(about)
    row = entry and entry.visible_row(request.user, about_id)
    if entry is None or row is None:
        raise Http404
    return entry, row


def own_remark(request: HttpRequest, pk: int) -> Remark | None:
    """One's own, wherever it stands."""
    return own_remarks(request.user).filter(pk=pk).first()


def visible_remark(request: HttpRequest, pk: int) -> tuple[Remark, Remarkable, Any]:
    remark = visible_to(request.user).filter(pk=pk).select_related("author").first()
    if remark is None:
        raise Http404
    return (remark, *visible_row(request, remark.about, remark.about_id))
