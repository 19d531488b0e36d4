"""The city's paper: counts over teams, words only from papers that are public."""

from datetime import date

from leerkring.loop.newspapers.city_composing import FEWEST, TeamPaper, compose_city_paper
from leerkring.loop.newspapers.paper import Kind, Paper
from leerkring.loop.newspapers.tests.samples import harvest, paper
from leerkring.loop.newspapers.themes import THEMES, Theme, counted, telling
from leerkring.loop.newspapers.typesetting import typeset
from leerkring.practice.gatherings.harvest import Harvest, Promise
from leerkring.practice.scans.dimensions import Dimension

SCHOOL = "De school belt ons nu pas als het misgaat, en dat willen we anders."
HUISARTS = "De huisarts weet ons nog niet te vinden voor de ouders zelf."


def team(name: str, text: str, url: str = "") -> TeamPaper:
    notes = {"wijk-plek": text}
    return TeamPaper(
        paper(team=name, harvest=Harvest(notes=notes, promises=(Promise("Bel."),))), url
    )


def city(papers: list[TeamPaper]) -> Paper:
    return compose_city_paper(
        municipality="Merestad", date=date(2026, 12, 4), number=1, papers=papers
    )


def test_a_theme_counts_once_per_team_however_often_it_is_named() -> None:
    made = paper(harvest=Harvest(notes={"wijk-plek": f"{SCHOOL} {SCHOOL}", "wij-hoe": SCHOOL}))
    school = next(theme for theme in THEMES if theme.name == "School")
    assert {theme.name: teams for theme, teams in counted([made, made])}["School"] == [0, 1]
    assert telling(school, made) == SCHOOL


def test_stems_are_beginnings_of_words_only() -> None:
    theme = Theme("Geld", Dimension.DISTRICT, ("geld",))
    assert (
        telling(
            theme,
            paper(harvest=harvest(notes={"wij-hoe": "Dat telt en vergeldt zich nooit echt."})),
        )
        == ""
    )


def test_what_fewer_than_three_teams_wrote_is_not_in_the_city_paper() -> None:
    made = city(
        [team(f"Team {i}", SCHOOL if i < FEWEST - 1 else "Niets.", "/x/") for i in range(6)]
    )
    assert made.chart is None
    assert SCHOOL not in made.as_json()


def test_words_come_only_from_public_papers_and_counts_from_all() -> None:
    papers = [
        team("Team Open", SCHOOL, "/open/"),
        *(team(f"Team {i}", f"{HUISARTS} {SCHOOL}") for i in range(4)),
    ]
    made = city(papers)
    told = made.as_json()
    assert made.lead.headline == "School: in 5 kranten"
    assert SCHOOL in told and "Team Open" in told
    assert HUISARTS not in told and "Team 1" not in told
    assert [link.url for link in made.links] == ["/open/"]


def test_totals_are_counted_and_say_where_they_come_from() -> None:
    made = city([team(f"Team {i}", SCHOOL, "/x/") for i in range(3)])
    assert [(f.label, f.value) for f in made.figures][:2] == [
        ("Wijkkranten", "3"),
        ("Voornemens", "3"),
    ]
    assert all(figure.period and figure.source for figure in made.figures)


def test_a_city_without_papers_still_has_one() -> None:
    made = city([])
    assert made.kind is Kind.CITY and typeset(made).pages in {2, 4}


def test_it_survives_json_and_is_set_in_print() -> None:
    made = city(
        [team(f"Team {i}", f"{SCHOOL} {HUISARTS}", f"https://a.example/{i}") for i in range(42)]
    )
    assert Paper.from_json(made.as_json()) == made
    assert typeset(made).pages in {2, 4}
