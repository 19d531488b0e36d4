"""Take the README's pictures: a demo of its own, a real browser, four pages.

    python tools/screenshots.py

Writes docs/screenshots/*.png. The demo is built in a temporary folder, so that what somebody tried
in their own demo is not in the pictures. Asks for Chromium (Debian: apt-get install chromium).
"""

import os
import shutil
import subprocess
import sys
import tempfile
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

from postgres import free_port
from testing import BROWSERS

ROOT = Path(__file__).resolve().parent.parent
PICTURES = ROOT / "docs" / "screenshots"
LEERKRING = str(Path(sys.executable).parent / "leerkring")
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
WIDE, PHONE = {"width": 1280, "height": 860}, {"width": 390, "height": 760}
PATIENCE = 60  # seconds until the site must answer


@contextmanager
def demo() -> Iterator[str]:
    """A running demo; gives its address."""
    port = free_port()
    with tempfile.TemporaryDirectory(prefix="leerkring-pictures-") as folder:
        seen = {name: value for name, value in os.environ.items() if "LEERKRING_" not in name}
        seen["LEERKRING_VAR"] = folder
        subprocess.run([LEERKRING, "setup", "--demo"], env=seen, check=True)
        command = [LEERKRING, "serve", "--demo", "--port", str(port), "--workers", "1"]
        server = subprocess.Popen(command, env=seen, stdout=subprocess.DEVNULL)
        try:
            address = f"http://127.0.0.1:{port}"
            wait_for(address)
            yield address
        finally:
            server.terminate()
            server.wait()


def wait_for(address: str) -> None:
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        try:
            urllib.request.urlopen(address, timeout=5).close()  # noqa: S310  (our own server)
        except (urllib.error.URLError, TimeoutError):
            time.sleep(0.2)
        else:
            return
    raise SystemExit("De demo kwam niet op gang.")


@contextmanager
def signed_in(browser: Browser, address: str, key: str, size: dict[str, int]) -> Iterator[Page]:
    """A page of somebody of the cast."""
    context = browser.new_context(viewport=size, locale="nl-NL", reduced_motion="reduce")
    page = context.new_page()
    page.goto(f"{address}/demo/")
    page.locator(f'form[action="/demo/{key}/"] button').click()
    page.wait_for_load_state()
    yield page
    context.close()


def follow(page: Page, address: str, *selectors: str) -> None:
    """Go to where the first link of each selector leads, one after the other."""
    for selector in selectors:
        page.goto(address + str(page.locator(selector).first.get_attribute("href")))


def follow_to_a_photo(page: Page, address: str) -> None:
    """Of the papers on the rack, the first with a picture in it."""
    found = page.locator('main a[href^="/wijkkranten/"]').all()
    for target in [str(link.get_attribute("href")) for link in found]:
        page.goto(address + target)
        if page.locator("main img").count():
            return


def take(page: Page, name: str) -> None:
    """In 256 colours: a page has few, and a README should stay light."""
    page.evaluate("document.fonts.ready")
    target = PICTURES / f"{name}.png"
    picture = Image.open(BytesIO(page.screenshot())).convert("RGB")
    picture.quantize(256, dither=Image.Dither.NONE).save(target, optimize=True)
    print(target.relative_to(ROOT), f"{target.stat().st_size // 1024} kB")


def take_all(browser: Browser, address: str) -> None:
    programme = 'main a[href$="-week-van-het-wijkteam/"]'  # the one with sessions and papers
    with signed_in(browser, address, "coordinator", WIDE) as page:
        page.goto(f"{address}/programmas/")
        follow(page, address, programme)
        take(page, "programme")
        page.goto(f"{address}/wijkkranten/")
        follow_to_a_photo(page, address)
        take(page, "wijkkrant")
    with signed_in(browser, address, "professional", WIDE) as page:
        page.goto(f"{address}/programmas/")
        follow(page, address, programme, 'main a[href*="/teams/"]')
        take(page, "team")
    with signed_in(browser, address, "facilitator", PHONE) as page:
        page.goto(f"{address}/programmas/")
        follow(page, address, programme, 'main a[href*="/teams/"]', 'main a[href^="/sessies/"]')
        page.get_by_role("button", name="Start de klok").click()
        page.get_by_role("link", name="Ik", exact=True).click()
        take(page, "phone")


def main() -> int:
    chromium = next((path for name in BROWSERS if (path := shutil.which(name))), None)
    if chromium is None:
        print("Hier is geen Chromium (Debian: apt-get install chromium).", file=sys.stderr)
        return 1
    PICTURES.mkdir(parents=True, exist_ok=True)
    with demo() as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=FLAGS)
        take_all(browser, address)
        browser.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
