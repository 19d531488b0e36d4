import re
import unicodedata
from collections import Counter
from datetime import date
from io import BytesIO

import pytest
from PIL import Image

from leerkring.practice.gatherings.harvest import QUESTIONS
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import built_in
from leerkring.site.demo.content import (
    demo_model,
    demo_overrulings,
    demo_people,
    demo_sessions,
    demo_teams,
)
from leerkring.site.demo.photos import SCENES, draw_photo

COMPETENCES = set(built_in().competences)
# The districts of Rotterdam with more than 4,000 inhabitants: CBS, Kerncijfers wijken en buurten.
DISTRICTS = {f"WK0599{n:02}" for n in (1, 3, 4, 5, 6, 8, 10, 12, 13, 14, 15, 16, 17, 27)}

HELD = [session for session in demo_sessions().values() if session.held]


def texts() -> list[str]:
    """Everything somebody wrote or said in the demo, one text each."""
    found = [text for s in demo_sessions().values() for text in s.harvest.notes.values()]
    for session in demo_sessions().values():
        found += [quote.text for quote in session.harvest.quotes]
        found += [promise.text for promise in session.harvest.promises]
        found += [session.photo.alt, session.photo.caption] if session.photo else []
    found += [entry.reason for entry in demo_overrulings()]
    return found + [person.introduction for person in demo_people()]


def sentences() -> list[str]:
    return [s for text in texts() for s in re.split(r"(?<=[.!?])\s+", text) if s.strip()]


def normalised(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def test_there_are_42_teams_in_real_districts():
    teams = demo_teams()

    assert len({team.name for team in teams}) == 42
    assert {team.district for team in teams} == DISTRICTS
    assert {team.municipality for team in teams} == {"Rotterdam"}
    assert min(team.members for team in teams) == 4
    assert max(team.members for team in teams) == 22


def test_the_five_organisations_differ_in_size_and_are_marked_as_invented():
    sizes = Counter(team.organisation for team in demo_teams())

    assert sorted(sizes.values()) == [2, 6, 9, 11, 14]
    assert all(name.endswith("(verzonnen)") for name in sizes)


def test_every_team_has_a_model_and_the_boundary_of_five_is_there():
    model = demo_model()
    answering = [model.answering(name) for name in model.teams]

    assert list(model.teams) == [team.name for team in demo_teams()]
    assert {3, 4, 5, 6, 9} <= set(answering)
    assert sum(entry.camps > 0 for entry in model.teams.values()) == 4
    assert {c for e in model.teams.values() for c in e.strong + e.weak} <= COMPETENCES
    assert set(model.competence_offsets) == COMPETENCES


def test_the_cast_is_invented_and_each_stands_in_a_team_that_exists():
    people = {person.key: person for person in demo_people()}
    teams = {team.name for team in demo_teams()}

    assert set(people) == {
        *("professional", "team_mate", "other_team", "facilitator"),
        *("coordinator", "adviser", "manager", "outsider"),
    }
    assert all(person.email.endswith("@leerkring.example") for person in people.values())
    assert people["professional"].team == people["team_mate"].team != people["other_team"].team
    assert {people["professional"].team, people["other_team"].team} <= teams
    assert people["manager"].organisation in {team.organisation for team in demo_teams()}
    assert not people["outsider"].team


def test_38_teams_had_their_session_and_two_made_first_notes():
    sessions = demo_sessions()

    assert len(HELD) == 38
    assert len(sessions) == 40
    assert set(sessions) <= {team.name for team in demo_teams()}


@pytest.mark.parametrize("session", HELD, ids=lambda session: session.team)
def test_a_session_that_was_held_is_complete(session):
    harvest = session.harvest

    assert list(harvest.notes) == [question.key for question in QUESTIONS]
    assert all(text.strip() for text in harvest.notes.values())
    assert 1 <= len(harvest.quotes) <= 3
    assert 2 <= len(harvest.promises) <= 4
    assert all(p.text.startswith("Vanaf ") and p.who for p in harvest.promises)
    assert all(p.look_back_on > session.day for p in harvest.promises)
    assert 2 <= len(session.wishes) <= 4
    assert set(session.wishes) <= COMPETENCES


def test_first_notes_answer_known_questions_and_hold_nothing_else():
    for session in demo_sessions().values():
        if not session.held:
            assert set(session.harvest.notes) < {question.key for question in QUESTIONS}
            assert not session.harvest.promises


def test_a_speaker_is_a_role_and_never_a_full_name():
    speakers = [quote.speaker for s in demo_sessions().values() for quote in s.harvest.quotes]

    assert all(speaker and not re.match(r"[A-Z]\w+ [A-Z]\w+", speaker) for speaker in speakers)


def test_the_cast_does_not_appear_in_what_teams_said():
    said = normalised(
        " ".join(t for s in demo_sessions().values() for t in s.harvest.notes.values())
    )

    for person in demo_people():
        assert normalised(person.name) not in said


def test_no_sentence_occurs_twice():
    counts = Counter(normalised(sentence) for sentence in sentences())

    assert [text for text, times in counts.items() if times > 1] == []


def test_no_opening_of_five_words_is_used_more_than_three_times():
    openings = Counter(" ".join(normalised(s).split()[:5]) for s in sentences())

    assert [o for o, times in openings.items() if times > 3 and len(o.split()) == 5] == []


def test_sentences_are_short_enough_to_read_easily():
    lengths = [len(sentence.split()) for sentence in sentences()]

    assert sum(lengths) / len(lengths) <= 16
    assert max(lengths) <= 40


def test_dates_follow_the_week_that_is_asked_for():
    first = demo_sessions(date(2027, 3, 1))["Wijkteam Bloemhof-Noord"]

    assert first.day == date(2027, 3, 1)
    assert first.harvest.promises[0].look_back_on == date(2027, 4, 12)


def test_every_scene_is_used_by_one_session_with_its_own_description():
    photos = [session.photo for session in demo_sessions().values() if session.photo]

    assert sorted(photo.scene for photo in photos) == sorted(SCENES)
    assert all(photo.alt and photo.caption for photo in photos)


def test_a_photo_is_a_jpeg_of_1200_by_800_and_the_same_each_time():
    photo = draw_photo(7, "kaart-plas")
    image = Image.open(BytesIO(photo))

    assert (image.format, image.size) == ("JPEG", (1200, 800))
    assert photo == draw_photo(7, "kaart-plas")
    assert photo != draw_photo(8, "kaart-plas")


def test_an_unknown_scene_is_named_in_the_error():
    with pytest.raises(ValueError, match="maanlanding"):
        draw_photo(1, "maanlanding")


def test_a_session_with_a_photo_can_be_illustrated():
    session = demo_sessions()["Wijkteam Carnisse"]

    assert session.illustrated().picture.alt == session.photo.alt
    assert session.harvest.picture is None


def test_an_overruling_keeps_the_floor_of_20_percent_and_gives_a_reason():
    overrulings = demo_overrulings()

    assert len({entry.team for entry in overrulings}) == 4
    for entry in overrulings:
        assert entry.team in demo_sessions()
        assert sum(entry.shares.values()) == pytest.approx(1)
        assert min(entry.shares[dimension] for dimension in Dimension) >= 0.2
        assert len(entry.reason.split()) > 10
