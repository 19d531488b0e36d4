"""The one door to a session that is being written in."""

from django.http import HttpRequest
from django.shortcuts import get_object_or_404

from leerkring.practice.gatherings.models import Session


def writable_session(request: HttpRequest, session_id: int) -> Session:
    """The session, for who may write in it; for anyone else it does not exist."""
    sessions = Session.objects.writable_by(request.user).select_related("team")
    return get_object_or_404(sessions, pk=session_id)
