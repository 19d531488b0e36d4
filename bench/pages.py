"""What a page of ours costs beside a bare Django view that shows the same 42 rows.

The programme page of the demo, for its coordinator: ring, counts, the city's paper and 42 teams in
a table, within the whole layout. Beside it a view that runs one query for the teams and puts them
in a table, and nothing else. Both go through the same handler, middleware, sign-in and process,
turn by turn; processor time, the median of many.
"""

import io
import os
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

REPEATS = 150
TABLE = """<!DOCTYPE html><html lang="nl"><head><title>Teams</title></head><body><table>
{% for row in rows %}<tr><th>{{ row.team.name }}</th><td>{{ row.team.organisation.name }}</td>
<td>{{ row.team.district.name }}</td><td>{{ row.session.starts_at }}</td></tr>
{% endfor %}</table></body></html>"""


def start_django() -> None:
    """The tests' settings: a database in memory, no files of the demo's."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
    sys.path.insert(0, str(Path(__file__).resolve().parent.parent))
    import django

    django.setup()


def addresses() -> type:
    """Every address of the site, and one more for the bare view."""
    from django.contrib.auth.decorators import login_required
    from django.http import HttpRequest, HttpResponse
    from django.template import engines
    from django.urls import include, path

    from leerkring.loop.programmes.models import Participation

    table = engines["django"].from_string(TABLE)

    @login_required
    def bare(request: HttpRequest) -> HttpResponse:
        rows = Participation.objects.select_related(
            "team__organisation", "team__district", "session"
        ).order_by("team__name")
        return HttpResponse(table.render({"rows": rows}, request))

    class Addresses:
        urlpatterns = (path("kaal/", bare), path("", include("leerkring.site.urls")))

    return Addresses


def asking(handler: Any, url: str, cookie: str) -> Callable[[], bytes]:
    """A request for `url` as a server hands it over; calling it gives the body of the answer."""

    def ask() -> bytes:
        status: list[str] = []
        environ = {
            "REQUEST_METHOD": "GET",
            "PATH_INFO": url,
            "SERVER_NAME": "localhost",
            "SERVER_PORT": "80",
            "SERVER_PROTOCOL": "HTTP/1.1",
            "HTTP_COOKIE": cookie,
            "wsgi.url_scheme": "http",
            "wsgi.input": io.BytesIO(),
            "wsgi.errors": sys.stderr,
        }
        answer = handler(environ, lambda code, headers, info=None: status.append(code))
        body = b"".join(answer)
        answer.close()
        if status != ["200 OK"]:
            raise RuntimeError(f"{url}: {status}")
        return body

    return ask


def compared(ours: Callable[[], bytes], plain: Callable[[], bytes]) -> tuple[float, float]:
    """Median seconds of processor time of both, asked in turn."""
    times: tuple[list[float], list[float]] = ([], [])
    for _ in range(REPEATS):
        for ask, kept in zip((ours, plain), times, strict=True):
            start = time.process_time()
            ask()
            kept.append(time.process_time() - start)
    return statistics.median(times[0]), statistics.median(times[1])


def measure() -> dict[str, float | int]:
    """Seconds of processor time per page, their ratio, and how many queries ours asks."""
    start_django()
    from django.conf import settings
    from django.core.handlers.wsgi import WSGIHandler
    from django.core.management import call_command
    from django.db import connection
    from django.test import Client, override_settings
    from django.urls import reverse

    from leerkring.loop.programmes.models import Programme
    from leerkring.network.people.models import Person
    from leerkring.site.demo.city import build_city

    call_command("migrate", verbosity=0)
    with (
        tempfile.TemporaryDirectory() as folder,
        override_settings(MEDIA_ROOT=folder, ROOT_URLCONF=addresses()),
    ):
        build_city()
        client = Client()
        programme = Programme.objects.get(slug="week-van-het-wijkteam")
        coordinator = Person.objects.get(
            programme_roles__programme=programme, starts_programmes=True
        )
        client.force_login(coordinator, backend=settings.AUTHENTICATION_BACKENDS[0])
        name = settings.SESSION_COOKIE_NAME
        cookie = f"{name}={client.cookies[name].value}"
        handler = WSGIHandler()
        ours = asking(handler, reverse("programme", args=[programme.pk, programme.slug]), cookie)
        plain = asking(handler, "/kaal/", cookie)
        ours()
        plain()
        asked: list[str] = []
        with connection.execute_wrapper(
            lambda execute, sql, *rest: asked.append(sql) or execute(sql, *rest)
        ):
            ours()
        page, floor = compared(ours, plain)
        return {
            "teams": programme.participations.count(),
            "programme_seconds": page,
            "bare_view_seconds": floor,
            "ratio": page / floor,
            "queries": len(asked),
        }


if __name__ == "__main__":
    for figure, value in measure().items():
        print(f"{figure:24} {value:.4g}")
