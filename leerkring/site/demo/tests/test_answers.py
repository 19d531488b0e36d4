import numpy as np
import pytest

from leerkring.practice.scans.answers import DONT_KNOW, NOT_ANSWERED
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item
from leerkring.site.demo.answers import draw_answers
from leerkring.site.demo.content import demo_model

COMPETENCES = {
    Dimension.SELF: ("contact", "signaleren", "eigen regie", "beroepsrollen"),
    Dimension.TEAM: (
        *("integraal samenwerken", "gedeelde opdracht"),
        *("veilig leren", "samen terugkijken"),
    ),
    Dimension.DISTRICT: ("verbinden", "participatie", "wijkkennis", "positie in de wijk"),
}


def instrument(high: int = 5) -> Instrument:
    """36 items: per competence two straight ones and a reversed one."""
    items = tuple(
        Item(f"{d.value}{i}{j}".upper(), d, competence, "…", reversed=j == 2)
        for d, competences in COMPETENCES.items()
        for i, competence in enumerate(competences)
        for j in range(3)
    )
    return Instrument("toets", "1", items, 1, high)


MODEL = demo_model()
ANSWERS = draw_answers(MODEL, instrument(), seed=3)
GIVEN = (ANSWERS.values != NOT_ANSWERED) & (ANSWERS.values != DONT_KNOW)
REVERSED = np.array([item.reversed for item in instrument().items])
UPRIGHT = np.where(GIVEN, np.where(REVERSED, 6.0 - ANSWERS.values, ANSWERS.values), np.nan)


def test_as_many_people_answer_as_the_model_says():
    assert len(ANSWERS) == sum(MODEL.answering(name) for name in MODEL.teams)
    assert 500 <= len(ANSWERS) <= 650
    assert ANSWERS.values.shape == (len(ANSWERS), 36)
    assert ANSWERS.values.dtype == np.uint8
    assert ANSWERS.teams[ANSWERS.team[0]] == "Wijkteam Bloemhof-Noord"


def test_the_same_seed_gives_the_same_answers_and_another_seed_does_not():
    assert np.array_equal(ANSWERS.values, draw_answers(MODEL, instrument(), seed=3).values)
    assert not np.array_equal(ANSWERS.values, draw_answers(MODEL, instrument(), seed=4).values)


def test_answers_stay_on_the_scale():
    assert set(np.unique(ANSWERS.values[GIVEN])) == {1, 2, 3, 4, 5}


def test_two_to_four_percent_is_missing_and_some_do_not_know():
    assert 0.02 < (ANSWERS.values == NOT_ANSWERED).mean() < 0.04
    assert 0.01 < (ANSWERS.values == DONT_KNOW).mean() < 0.04


def test_the_means_of_teams_come_back_from_their_answers():
    dimensions = np.array([item.dimension for item in instrument().items])
    for dimension in Dimension:
        columns = UPRIGHT[:, dimensions == dimension]
        observed = [np.nanmean(columns[ANSWERS.team == t]) for t in range(len(ANSWERS.teams))]
        true = [entry.means[dimension] for entry in MODEL.teams.values()]
        assert np.corrcoef(observed, true)[0, 1] > 0.75


def test_reversed_items_are_answered_the_other_way_round():
    codes = [item.code for item in instrument().items]
    raw = np.where(GIVEN, ANSWERS.values, np.nan)
    both = ~np.isnan(raw[:, 0]) & ~np.isnan(raw[:, 2])

    assert codes[2] == "IK02"
    assert np.corrcoef(raw[both, 0], raw[both, 2])[0, 1] < 0


def test_a_divided_team_spreads_wider_than_an_agreed_one():
    team_items = np.array([item.dimension is Dimension.TEAM for item in instrument().items])

    def spread(name: str) -> float:
        people = UPRIGHT[ANSWERS.team == ANSWERS.teams.index(name)]
        return float(np.nanmean(people[:, team_items], axis=1).std())

    assert spread("Wijkteam Hillesluis") > 1.5 * spread("Wijkteam Bloemhof-Zuid")


def test_an_instrument_with_seven_options_uses_all_of_them():
    values = draw_answers(MODEL, instrument(high=7)).values

    assert set(np.unique(values)) == {NOT_ANSWERED, 1, 2, 3, 4, 5, 6, 7, DONT_KNOW}


def test_too_many_options_for_one_byte_is_refused():
    with pytest.raises(ValueError, match="254"):
        draw_answers(MODEL, instrument(high=300))
