"""How a file goes out: as itself, to this browser only, and without any power."""

import re
from datetime import UTC
from typing import Any

from django.http import FileResponse, Http404, HttpResponse, HttpResponseNotModified
from django.utils.http import content_disposition_header, parse_etags

from leerkring.foundation.files.models import StoredFile
from leerkring.foundation.files.vault import place_of, vault

PICTURES_STAY = "max-age=600"  # seconds that a browser need not ask again
MOST_AT_ONCE = 4 * 2**20
RANGE = re.compile(r"bytes=(\d{1,18})-(\d{0,18})$")


def file_response(stored: StoredFile, *, request: Any = None) -> Any:
    """The file, for somebody of whom the caller knows that they may see it.

    With the request a browser that has the file already gets 304, and a film can be wound on.
    """
    tag = f'"{stored.sha256}"'
    if request is not None and tag in parse_etags(request.headers.get("If-None-Match", "")):
        return _dressed(HttpResponseNotModified(), stored, tag)
    try:
        content = vault().open(place_of(stored.pk))
    except OSError as gone:
        raise Http404("Dit bestand is er niet meer.") from gone
    part = RANGE.match(request.headers.get("Range", "")) if request is not None else None
    if part and int(part[1]) < stored.size and (not part[2] or int(part[1]) <= int(part[2])):
        return _dressed(_part(content, stored, int(part[1]), part[2]), stored, tag)
    response = FileResponse(content, content_type=_content_type(stored))
    response["Content-Length"] = str(stored.size)
    return _dressed(response, stored, tag)


def _part(content: Any, stored: StoredFile, start: int, last: str) -> HttpResponse:
    """A stretch of a film, which may be shorter than was asked (RFC 9110, 14.2)."""
    stop = min(int(last) + 1 if last else stored.size, stored.size, start + MOST_AT_ONCE)
    with content:
        content.seek(start)
        stretch = content.read(max(stop - start, 0))
    response = HttpResponse(stretch, status=206, content_type=_content_type(stored))
    response["Content-Range"] = f"bytes {start}-{start + len(stretch) - 1}/{stored.size}"
    return response


def _content_type(stored: StoredFile) -> str:
    is_text = stored.media_type.startswith("text/")
    return f"{stored.media_type}; charset=utf-8" if is_text else stored.media_type


def _dressed(response: Any, stored: StoredFile, tag: str) -> Any:
    shown = stored.is_picture
    response["Content-Disposition"] = content_disposition_header(not shown, stored.name)
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    response["Cross-Origin-Resource-Policy"] = "same-origin"
    response["Cache-Control"] = f"private, {PICTURES_STAY if shown else 'no-cache'}"
    response["ETag"] = tag
    response["Last-Modified"] = stored.at.astimezone(UTC).strftime("%a, %d %b %Y %H:%M:%S GMT")
    if stored.media_type.startswith("video/"):
        response["Accept-Ranges"] = "bytes"
    return response
