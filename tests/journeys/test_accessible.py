"""Every kind of page at three widths: axe finds nothing, nothing sticks out, nothing complains."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

from tests.journeys.conftest import Stage, WalkIn

WIDTHS = (360, 768, 1280)
RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    "resultTypes": ["violations"],
}
PAGES = {
    "visitor": [
        "/",
        "/over/",
        "/privacy/",
        "/toegankelijkheid/",
        "/werkvormen/",
        "/werkvormen/ik-onderbuik/",
        "/wijkkranten/",
        "paper own",
        "/demo/",
        "/account/login/",
        "/account/login/code/",
        "/account/signup/",
        "/account/password/reset/",
        "/huisstijl/",
    ],
    "visitor with a link": ["poster", "welcome", "statement", "overview", "line"],
    "professional": ["/", "/programmas/", "team own", "emphasis own", "session own", "desk own"],
    "facilitator": ["/", "session small", "team small", "desk led"],
    "coordinator": [
        "/programmas/nieuw/",
        "programme",
        "city",
        "plan own",
        "intake",
        "preview",
        "online",
        "rehearsal",
        "round",
        "exports",
        "roles",
    ],
    "adviser": ["/", "advice"],
    "outsider": ["/", "/programmas/", "/account/email/", "/account/2fa/", "/account/logout/"],
    "visitor of the platform": [
        "/themas/",
        "theme",
        "/werkgroepen/",
        "circle open",
        "/deelnemers/",
        "person",
        "/blogs/",
        "/prikbord/",
        "/praktijkvoorbeelden/",
        "post openbaar",
        "post prikbord",
        "/vragen/",
        "question done",
    ],
    "visitor who finds and joins": [
        "/zoeken/?q=koffie",
        "/zoeken/?q=bestaatnietig",
        "/kalender/",
        "/kalender/2026/10/",
        "/updates/",
        "/drie-vragen-over/",
        "/meedoen/",
        "/meedoen/aanvraag/gedaan/",
        "invitation",
        "pulse",
    ],
    "professional about herself": [
        "/ik/",
        "/deelnemers/ik/",
        "/deelnemers/ik/werkgever/",
        "/privacy/ik/",
        "/privacy/ik/vertrek/",
        "/meldingen/instellingen/",
        "/account/sessies/",
        "/melden/",
        "/kalender/abonneren/",
    ],
    "professional at her desk": [
        "/schrijven/",
        "/blogs/nieuw/",
        "draft",
        "publication",
        "versions",
        "redaction",
        "post kring",
        "/vragen/overdracht/",
    ],
    "team_mate who asks": [
        "/vragen/stellen/",
        "/vragen/zonder-naam/",
        "/vragen/sleutel/",
        "/vragen/aan-mij/",
        "question open",
        "question circle",
        "post voorbeeld",
        "trial",
        "flag",
        "join open",
        "join in",
    ],
    "facilitator of circles": [
        "/werkgroepen/",
        "circle hidden",
        "circle people",
        "circle requests",
        "circle invitations",
        "circle leave",
        "pulse done",
        "/zoeken/?q=koffie&soort=posts.post",
    ],
    "coordinator who keeps order": [
        "/modereren/",
        "case",
        "/redactie/",
        "review",
        "handover",
        "/meldingen/",
    ],
    "coordinator at the door": [
        "circle settings",
        "/werkgroepen/nieuw/",
        "/toegang/",
        "/toegang/uitnodigingen/",
        "/toegang/domeinen/",
        "/themas/beheer/",
        "/zoeken/synoniemen/",
    ],
    "coordinator of instruments": [
        "/vragenlijsten/",
        "/vragenlijsten/ingebouwd/",
        "instrument first",
        "instrument retired",
        "/vragenlijsten/concepten/",
        "instrument draft",
        "/vragenlijsten/inlezen/",
    ],
    "visitor who meets": [
        "/bijeenkomsten/",
        "meeting open",
        "reply",
        "/bord/",
        "board phone",
        "/voornemens/",
        "commitment open",
        "/dilemmas/",
        "dilemma open",
    ],
    "facilitator of a meeting": [
        "meeting circle",
        "meeting programme",
        "meeting day",
        "board lead",
        "board screen",
        "board sheets",
        "attendance reply_here",
        "/voornemens/nieuw/",
        "/dilemmas/nieuw/",
    ],
    "coordinator who prepares a meeting": [
        "/bijeenkomsten/",
        "/bijeenkomsten/nieuw/",
        "/bijeenkomsten/nieuw/werkdag-kernpartners/",
        "meeting held",
        "meeting programme",
        "meeting questions",
        "meeting people",
        "meeting material",
        "meeting tryouts",
        "meeting off",
    ],
    "coordinator on the day and after it": [
        "attendance inviting",
        "attendance desk",
        "attendance groups",
        "report",
        "report desk",
    ],
    "manager who promises": [
        "/afspraken/",
        "/afspraken/nieuw/",
        "agreement apart",
        "/voornemens/",
        "/dilemmas/",
    ],
}


AXE = """async rules => (await axe.run(document, rules)).violations
    .map(found => `${found.id} ${found.nodes.slice(0, 3).map(node => node.target)}`)"""


def faults(page: Page) -> list[str]:
    """Axe is put in the page once and asked at every width: half the time of its own way."""
    page.evaluate(Axe().axe_script)
    found = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            found.append(f"{width}: something sticks out")
        found += [f"{width}: {violation}" for violation in page.evaluate(AXE, RULES)]
    return found


@pytest.mark.parametrize("person", PAGES)
def test_every_page_is_accessible_for(person: str, walk_in: WalkIn, stage: Stage) -> None:
    page = walk_in(person.split()[0], PAGES[person][0])
    found = {}
    for place in PAGES[person]:
        answer = page.goto(stage.url(place))
        assert answer and answer.ok, place
        assert page.evaluate("document.querySelectorAll('h1').length") >= 1, place
        found[place] = faults(page)
    assert {place: wrong for place, wrong in found.items() if wrong} == {}
