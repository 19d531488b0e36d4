"""Where somebody goes on from, after a form that could not be taken."""

from urllib.parse import urlsplit

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.http import url_has_allowed_host_and_scheme


def shows_pages(request: HttpRequest) -> bool:
    """Whether a browser asks for a page, instead of a script for an answer."""
    return "text/html" in request.headers.get("Accept", "")


def is_from_here(request: HttpRequest) -> bool:
    """Whether nothing tells that another site sent this; browsers say it with every form."""
    here = {f"{request.scheme}://{request.get_host()}", *settings.CSRF_TRUSTED_ORIGINS}
    told = [request.headers[name] for name in ("Origin", "Referer") if name in request.headers]
    return all("://".join(urlsplit(address)[:2]) in here for address in told)


def way_back(request: HttpRequest) -> str:
    """The page that the form stood on; else the address that the form was sent to."""
    referer = request.headers.get("Referer", "")
    if referer and is_from_here(request):
        page = urlsplit(referer)._replace(scheme="", netloc="", fragment="").geturl()
        if page.startswith("/") and url_has_allowed_host_and_scheme(page, allowed_hosts=None):
            return page
    return request.get_full_path()


def above(path: str) -> str:
    """The nearest address above `path` that leads anywhere."""
    while path not in {"", "/"}:
        path = path.rstrip("/").rpartition("/")[0] + "/"
        try:
            resolve(path)
        except Resolver404:
            continue
        return path
    return "/"
