"""Everything that a member of the cast gets when asking for what there is, and what it says."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import BytesIO

from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from tests.attacking.crowd import PLANS, UNITS, Crowd
from tests.attacking.reading import Figure, of_csv, of_page, of_paper, of_workbook, suspicious
from tests.cast import CAST
from tests.conftest import BACKEND
from tests.test_access import TABLE

OF_A_PROGRAMME = (
    "programme",
    "city",
    *(f"programmes:{name}" for name in ("round", "exports", "told", "roles", "week")),
    *(f"advice:{name}" for name in ("show", "pdf", "csv")),
)
FORMS = ("programmes:emphasis", "programmes:plan", "programmes:paper_form")  # one team will do
# Addresses that need something that is not in the crowd, or tell of no round that has answers:
# forms and files of what is asked, who meets when, and a round that is only being made.
NOT_ASKED = {
    "programmes:new",
    "programmes:intake",
    "programmes:intake_preview",
    "programmes:online",
    "programmes:rehearsal",
    "programmes:questionnaire_export",
    "programmes:team_poster",
    "programmes:week_half_days",
    "programmes:week_illness",
    "programmes:week_move",
    "programmes:week_part",
    "programmes:week_reply",
    "programmes:week_slots",
    "programmes:week_state",
    "programmes:week_table",
    "newspapers:photo",
    "pulses:answer",
    "pulses:thanks",
    "pulses:ask",
}
ROOMS = ("programmes:", "advice:", "newspapers:", "pulses:")
TELLING = (*ROOMS, "programme", "city", "team", "session")


@dataclass(frozen=True)
class Look:
    """One answer that somebody got. `place`: the programme it is about, None: all or none."""

    who: str
    name: str
    place: int | None
    text: str
    figures: tuple[Figure, ...]

    @property
    def suspects(self) -> list[str]:
        return suspicious(self.text)


def addresses(crowd: Crowd) -> Iterator[tuple[str, str, int | None, str]]:
    """(name, address, programme, the unit that it is about)."""
    for place, programme in enumerate(crowd.programmes):
        about = {"pk": programme.pk, "slug": programme.slug}
        for name in OF_A_PROGRAMME:
            yield name, reverse(name, kwargs=about), place, ""
        for part in crowd.parts(place):
            team = part.team
            for name in ("team", *(FORMS if team.name == PLANS[0].name else ())):
                yield name, reverse(name, kwargs={**about, "team": team.slug}), place, team.name
            if part.session:
                url = reverse("session", kwargs={"session_id": part.session.pk})
                yield "session", url, place, team.name
    for paper in crowd.papers:
        for name in ("newspapers:paper", "newspapers:pdf"):
            yield name, reverse(name, kwargs={"pk": paper.pk, "slug": "krant"}), 1, ""
    for edition in crowd.editions:
        for name in ("newspapers:desk", "newspapers:proof"):
            yield name, reverse(name, kwargs={"pk": edition.pk}), 1, ""
    for team, pulse in crowd.pulses.items():
        for name in ("pulses:show", "pulses:screen"):
            yield name, reverse(name, kwargs={"pk": pulse.pk}), 1, team
    for name in ("home", "newspapers:list", "programmes:list", "calendar:list"):
        yield name, reverse(name), None, ""
    yield "search:show", f"{reverse('search:show')}?q=wijkteam", None, ""


def look_round(crowd: Crowd) -> list[Look]:
    """What each of the cast gets to see: pages, papers, files and mail."""
    looks = []
    for person in CAST:
        browser = Client()
        if person != "visitor":
            browser.force_login(crowd.people[person], backend=BACKEND)
        for name, url, place, unit in addresses(crowd):
            if opens_for(name, person):
                response = browser.get(url)
                if response.status_code == 200:
                    looks.append(read(crowd, person, name, place, unit, response))
        looks += _taken_out(crowd, person, browser)
        address = getattr(crowd.people.get(person), "email", None)
        for letter in crowd.mails:
            if address in letter.to:
                looks.append(Look(person, "mail", None, str(letter.body), ()))
    return looks


def opens_for(name: str, person: str) -> bool:
    """Whether the table opens any page of this name to them: saves asking in vain."""
    column = CAST.index(person)
    return any(r.name == name and r.method == "GET" and r.gets[column] == "200" for r in TABLE)


def _taken_out(crowd: Crowd, person: str, browser: Client) -> Iterator[Look]:
    for place, programme in enumerate(crowd.programmes[:2]):
        about = {"pk": programme.pk, "slug": programme.slug}
        for form in ("csv", "csv-excel", "xlsx"):
            url = reverse("programmes:figures_export", kwargs=about)
            response = browser.post(url, {"form": form})
            if response.status_code == 200:
                yield read(crowd, person, f"export {form}", place, "", response)


def read(
    crowd: Crowd, who: str, name: str, place: int | None, unit: str, response: HttpResponse
) -> Look:
    parts = response.streaming_content if response.streaming else [response.content]
    data = b"".join(parts)
    figures: Iterable[Figure]
    kind = response["Content-Type"]
    if "pdf" in kind:
        text = " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages)
        figures = of_paper(text, UNITS)
    elif "spreadsheet" in kind:
        text, figures = "", of_workbook(data)
    elif "csv" in kind:
        text, figures = data.decode(), of_csv(data.decode())
    else:
        scales = {scale for _, _, scale in crowd.scored}
        text, figures = data.decode(), of_page(data.decode(), UNITS, scales, unit)
    return Look(who, name, place, text, tuple(figures))
