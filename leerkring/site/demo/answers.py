"""Answers of invented people, drawn from a documented model.

For person p of team t and item j about dimension d and competence c, on a scale of 1 to 5:

    trait[p, d]   = mean[t, d] + camp[p, d] + spread[t] · (√a · general[p] + √(1−a) · own[p, d])
    opinion[p, j] = trait[p, d] + city[c] + team[t, c] + ease[j] + noise[p, j]

with `general`, `own` standard normal (a = ½: people who think well of one thing think well of the
next), team[t, c] normal with sd 0.15 plus or minus 0.45 where a competence is strong or weak,
ease[j] normal with sd 0.2 and mean 0 within a competence, and noise normal with sd 0.7. In a team
with two camps every other person stands half the distance above the mean, the others as far below.

The opinion becomes an answer by thresholds halfway between the options (graded response), is
stretched to an instrument with other ends, and turned round for reversed items. About 3 % of the
answers is missing; "weet ik niet" is 1 % and, about the district, 4 %. Missing does not depend on
the opinion.
"""

import numpy as np
from numpy.typing import NDArray

from leerkring.practice.scans.answers import DONT_KNOW, NOT_ANSWERED, Answers
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument
from leerkring.site.demo.model import CityModel, TeamModel

GENERAL_SHARE = 0.5
TEAM_COMPETENCE_SD = 0.15
OUTSTANDING = 0.45
EASE_SD = 0.2
NOISE_SD = 0.7
MISSING = 0.03
UNSURE = {Dimension.SELF: 0.01, Dimension.TEAM: 0.01, Dimension.DISTRICT: 0.04}

Floats = NDArray[np.float64]


def draw_answers(model: CityModel, instrument: Instrument, seed: int = 0) -> Answers:
    """Everybody's answers to `instrument`: one row per answering person, grouped by team.

    The same model, instrument and seed give the same answers. An instrument with more than 254
    options raises ValueError.
    """
    if instrument.options >= DONT_KNOW:
        raise ValueError(f"{instrument.name} has {instrument.options} options; at most 254 fit")
    rng = np.random.default_rng(seed)
    names = tuple(model.teams)
    sizes = np.array([model.answering(name) for name in names])
    team = np.repeat(np.arange(len(names)), sizes)

    dimension = np.array([list(Dimension).index(item.dimension) for item in instrument.items])
    competence = np.array(
        [instrument.competences.index(item.competence) for item in instrument.items]
    )
    traits = np.vstack(
        [_traits(entry, size, rng) for entry, size in zip(model.teams.values(), sizes, strict=True)]
    )
    easiness = _easiness(model, instrument.competences, rng)
    opinion = (
        traits[:, dimension]
        + easiness[team][:, competence]
        + _ease(competence, rng)
        + NOISE_SD * rng.standard_normal((len(team), len(dimension)))
    )
    values = _as_options(opinion, instrument)
    return Answers(teams=names, team=team, values=_leave_out(values, instrument, rng))


def _traits(entry: TeamModel, people: int, rng: np.random.Generator) -> Floats:
    """(people, 3): how each person of one team truly stands, per dimension."""
    general = rng.standard_normal((people, 1))
    own = rng.standard_normal((people, len(Dimension)))
    person = np.sqrt(GENERAL_SHARE) * general + np.sqrt(1 - GENERAL_SHARE) * own
    traits = np.array([entry.means[d] for d in Dimension]) + entry.spread * person
    if entry.camps_on is not None:
        side = np.where(np.arange(people) % 2, 0.5, -0.5)
        traits[:, list(Dimension).index(entry.camps_on)] += entry.camps * side
    return traits


def _easiness(model: CityModel, competences: tuple[str, ...], rng: np.random.Generator) -> Floats:
    """(teams, competences): how much a competence lies above the team's mean of its dimension."""
    city = np.array([model.competence_offsets.get(c, 0.0) for c in competences])
    standing_out = np.array(
        [
            [OUTSTANDING * ((c in entry.strong) - (c in entry.weak)) for c in competences]
            for entry in model.teams.values()
        ]
    )
    return city + standing_out + TEAM_COMPETENCE_SD * rng.standard_normal(standing_out.shape)


def _ease(competence: NDArray[np.intp], rng: np.random.Generator) -> Floats:
    """(items,): how easily an item is agreed with, mean 0 within a competence."""
    ease = EASE_SD * rng.standard_normal(len(competence))
    per_competence = np.bincount(competence, ease) / np.bincount(competence)
    return ease - per_competence[competence]


def _as_options(opinion: Floats, instrument: Instrument) -> NDArray[np.uint8]:
    """Opinions on 1..5 as options 1..A, turned round where the item is reversed."""
    stretched = 1 + (opinion - 1) * (instrument.options - 1) / 4
    options = np.clip(np.rint(stretched), 1, instrument.options).astype(np.uint8)
    turned = np.array([item.reversed for item in instrument.items])
    return np.where(turned, instrument.options + 1 - options, options).astype(np.uint8)


def _leave_out(
    values: NDArray[np.uint8], instrument: Instrument, rng: np.random.Generator
) -> NDArray[np.uint8]:
    """`values` with gaps: not answered, and "weet ik niet"."""
    unsure = np.array([UNSURE[item.dimension] for item in instrument.items])
    chance = rng.random(values.shape)
    gaps = np.where(chance < MISSING + unsure, np.uint8(DONT_KNOW), values)
    return np.where(chance < MISSING, np.uint8(NOT_ANSWERED), gaps).astype(np.uint8)
