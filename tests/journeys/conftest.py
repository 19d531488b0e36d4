"""A running site, one browser for all journeys, and a page for whoever of the cast walks in."""

import json
import os
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, sync_playwright

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next((path for name in BROWSERS if (path := shutil.which(name))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
ROOT = Path(__file__).resolve().parents[2]
PATIENCE = 30  # seconds until the site must answer
# What a journey asks for: no connection, and answers that say what is wrong or that it is over.
MEANT = ("net::ERR_INTERNET_DISCONNECTED", "status of 422", "status of 410")
WalkIn = Callable[..., Page]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    here = [item for item in items if item.path.is_relative_to(Path(__file__).parent)]
    for item in here:
        item.add_marker(pytest.mark.browser)
        if CHROMIUM is None:
            item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))


@dataclass(frozen=True)
class Stage:
    """The running site: where it is, its addresses by name, and where its mail lies."""

    address: str
    named: dict[str, str]
    mail: Path

    def url(self, place: str) -> str:
        """Of a name from `stage.py`, of a path, or of an address as it is."""
        return urljoin(self.address, self.named.get(place, place))


@pytest.fixture(scope="session")
def stage(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Stage]:
    folder, port = tmp_path_factory.mktemp("journeys"), _free_port()
    seen = {name: value for name, value in os.environ.items() if "LEERKRING_" not in name}
    seen |= {
        "LEERKRING_JOURNEY": str(folder),
        "DJANGO_SETTINGS_MODULE": "tests.journeys.settings",
        "PYTHONPATH": str(ROOT),
    }
    build = [sys.executable, "-m", "tests.journeys.stage"]
    built = subprocess.run(build, env=seen, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    serve = [sys.executable, "-m", "granian", "--interface", "wsgi", "--port", str(port)]
    serve += ["--log-level", "error", "--blocking-threads", "4", "leerkring.site.wsgi:application"]
    with subprocess.Popen(serve, env=seen, cwd=ROOT) as server:
        try:
            address = f"http://127.0.0.1:{port}"
            _wait_for(address, server)
            yield Stage(address, json.loads(built.stdout), folder / "mail")
        finally:
            server.terminate()


def _free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return int(door.getsockname()[1])


def _wait_for(address: str, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until and server.poll() is None:
        try:
            urllib.request.urlopen(address, timeout=5).close()
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.1)
        else:
            return
    pytest.fail("the site did not start")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    # Playwright leaves a loop running in this thread, where Django then refuses its database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def signed_in(chromium: Browser, stage: Stage) -> Callable[[str], Any]:
    """The cookies of somebody of the cast, who signs in once; None for a visitor."""
    known: dict[str, Any] = {"visitor": None}

    def cookies(key: str) -> Any:
        if key not in known:
            with chromium.new_context() as context:
                page = context.new_page()
                page.goto(stage.url("/demo/"))
                page.locator(f'form[action="/demo/{key}/"] button').click()
                page.get_by_role("heading", level=1, name="Dag").wait_for()
                known[key] = context.storage_state()
        return known[key]

    return cookies


@pytest.fixture
def walk_in(chromium: Browser, stage: Stage, signed_in: Callable[[str], Any]) -> Iterator[WalkIn]:
    """`walk_in("facilitator", "session small", width=768)`: that page, as that person sees it.

    At the end no browser may have complained: no script that fails, nothing refused or missing.
    """
    contexts: list[BrowserContext] = []
    complaints: list[str] = []

    def hear(message: ConsoleMessage) -> None:
        if message.type == "error" and not any(meant in message.text for meant in MEANT):
            complaints.append(f"{message.text} ({message.location.get('url')})")

    def enter(key: str, place: str = "/", *, width: int = 1280, **options: Any) -> Page:
        context = chromium.new_context(
            base_url=stage.address,
            storage_state=signed_in(key),
            viewport={"width": width, "height": 900},
            locale="nl-NL",
            **options,
        )
        context.set_default_timeout(10_000)
        contexts.append(context)
        page = context.new_page()
        page.on("console", hear)
        page.on("pageerror", lambda fault: complaints.append(str(fault)))
        page.goto(stage.url(place))
        return page

    yield enter
    for context in contexts:
        context.close()
    assert not complaints
