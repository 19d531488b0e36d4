"""A script for a team: complete, in order, in time, and explained."""

from datetime import time

import pytest

from leerkring.loop.programmes.emphasis import EmphasisAdvice, choose
from leerkring.loop.programmes.emphasis_reasons import YOUR_CHOICE
from leerkring.loop.programmes.script import BadScript, Script, make_script
from leerkring.practice.gatherings.form_files import COMPETENCES, library
from leerkring.practice.gatherings.working_forms import WorkingForm
from leerkring.practice.scans.dimensions import Dimension

IK, WIJ, WIJK = Dimension
THIRDS = dict.fromkeys(Dimension, 1 / 3)
MIXES = [THIRDS, {IK: 0.2, WIJ: 0.6, WIJK: 0.2}, {IK: 0.26, WIJ: 0.43, WIJK: 0.31}]
SHORT = {name: 0.03 * place for place, name in enumerate(COMPETENCES)}
ADVICE = EmphasisAdvice(MIXES[1], ("Meer Wij.",), WIJ, ("Zo komt het.", YOUR_CHOICE), False)


def parts(script: Script) -> list[str]:
    return [block.form.part for block in script.blocks]


def core(script: Script) -> list[WorkingForm]:
    return [block.form for block in script.blocks if block.form.part == "kern"]


def fault(*args: object, **kwargs: object) -> tuple[str, ...]:
    with pytest.raises(BadScript) as caught:
        make_script(*args, **kwargs)  # type: ignore[arg-type]
    return caught.value.faults


@pytest.mark.parametrize("people", [4, 9, 16, 22])
@pytest.mark.parametrize("mix", range(3))
def test_a_script_is_whole_in_order_and_exactly_as_long_as_asked(mix: int, people: int) -> None:
    for minutes, talk_first in ((150, None), (180, WIJK), (210, IK)):
        script = make_script(
            MIXES[mix],
            library(),
            people=people,
            minutes=minutes,
            talk_first=talk_first,
            competences_short=SHORT,
        )
        assert script.total == minutes
        assert parts(script)[0] == "opening" and parts(script)[-1] == "afsluiting"
        assert parts(script).count("pauze") == 1
        assert all(b.form.smallest <= people <= b.form.largest for b in script.blocks)
        ends = [block.start_minute + block.minutes for block in script.blocks]
        assert [block.start_minute for block in script.blocks] == [0, *ends[:-1]]
        assert script.minutes == {
            d: sum(f.minutes for f in core(script) if f.dimension is d) for d in Dimension
        }
        assert script.deviation <= 6
        rest = core(script)[1:] if talk_first else core(script)
        assert [f.dimension for f in rest] == sorted(
            (f.dimension for f in rest), key=list(Dimension).index
        )
        talks = [f.dimension for f in core(script) if f.for_difference]
        assert talks == ([talk_first] if talk_first else [])
        assert not talk_first or core(script)[0].for_difference


def test_the_pause_stands_near_the_middle() -> None:
    for mix in MIXES:
        script = make_script(mix, library(), people=9)
        pause = next(block for block in script.blocks if block.form.part == "pauze")
        assert abs(pause.start_minute + pause.minutes / 2 - script.total / 2) <= 22.5


def test_every_block_says_why_and_no_script_repeats_itself() -> None:
    for people in (3, 5, 9, 14, 22, 24):
        for short in ({}, SHORT):
            mix = MIXES[people % 3]
            script = make_script(mix, library(), people=people, competences_short=short)
            why = [block.why for block in script.blocks]
            assert all(sentence.startswith("omdat ") for sentence in why)
            assert len(set(why)) == len(why)
            assert "{" not in " ".join(why)
            assert len(set(script.why)) == len(script.why)


def test_a_large_shortfall_gets_a_place() -> None:
    for name in COMPETENCES:
        script = make_script(THIRDS, library(), people=9, competences_short={name.upper(): 0.8})
        assert name in {served for form in core(script) for served in form.competences}
        assert any(f"‘{name}’" in block.why for block in script.blocks)


def test_what_found_no_place_is_told() -> None:
    said = " ".join(
        make_script(THIRDS, library(), people=9, competences_short={"schaken": 0.5}).why
    )
    assert "er geen plaats voor ‘schaken’" in said


def test_the_reasons_give_wanted_and_reached_minutes() -> None:
    even = " ".join(make_script(THIRDS, library(), people=9).why)
    assert "hoort daar Ik 45, Wij 45 en Wijk 45 minuten bij. Dat komt precies uit." in even
    uneven = " ".join(make_script(MIXES[2], library(), people=9, minutes=183).why)
    assert "Gevraagd was 183 minuten; 185 ligt daar het dichtst bij." in uneven
    assert "komt geen combinatie van deze lengte dichterbij" in uneven


def test_an_advice_brings_its_reasons_and_its_conversation() -> None:
    script = make_script(ADVICE, library(), people=9)
    assert script.why[:2] == ADVICE.reasons
    assert core(script)[0].for_difference and core(script)[0].dimension is WIJ


def test_a_choice_of_the_team_decides_and_is_told() -> None:
    choice = choose(ADVICE, {IK: 0.2, WIJ: 0.2, WIJK: 0.6}, "De wijk wordt gesloopt.")
    script = make_script(choice, library(), people=9)
    assert script.minutes[WIJK] > script.minutes[WIJ]
    assert script.why[1].startswith("Jullie kozen zelf een andere verdeling: Ik 20%, Wij 20% en")
    assert "De wijk wordt gesloopt." in script.why[1]


@pytest.mark.parametrize(
    ("people", "words"),
    [
        (1, "Voor 1 persoon zijn er te weinig werkvormen"),
        (2, "werkvormen voor groepen van 3. Pas de stappen aan"),
        (60, "werkvormen voor groepen van 24. Verdeel de groep"),
    ],
)
def test_very_small_and_very_large_teams_get_a_script_with_a_reason(
    people: int, words: str
) -> None:
    script = make_script(THIRDS, library(), people=people)
    assert script.deviation <= 5 and script.total == 180
    assert words in script.why[-1]
    assert "te weinig" not in " ".join(make_script(THIRDS, library(), people=9).why)


def test_a_conversation_for_another_size_is_better_than_none() -> None:
    forms = [f for f in library() if f.code != "wij-luisterronde"]
    script = make_script(THIRDS, forms, people=3, talk_first=WIJ)
    assert core(script)[0].code == "wij-twee-kanten"


def test_a_library_without_conversations_says_so() -> None:
    forms = [form for form in library() if not form.for_difference]
    script = make_script(THIRDS, forms, people=9, talk_first=WIJ)
    assert "Voor Wij is er geen werkvorm om over verschil te praten." in script.why[-1]


def test_when_fitting_forms_are_too_short_others_join_with_a_reason() -> None:
    short = [f for f in library() if f.part != "kern" or f.minutes <= 15]
    long = [f for f in library() if f.part == "kern" and f.minutes >= 40]
    wide = [f for f in long if not f.largest >= 26]
    script = make_script(THIRDS, [*short, *wide], people=26, minutes=210)
    assert script.total <= 210 and "te weinig werkvormen" in script.why[-1]


def test_the_clock_runs_along() -> None:
    script = make_script(THIRDS, library(), people=9, start=time(13, 15))
    assert script.blocks[0].starts_at == time(13, 15)
    last = script.blocks[-1]
    minutes = 13 * 60 + 15 + last.start_minute
    assert last.starts_at == time(minutes // 60, minutes % 60)
    assert make_script(THIRDS, library(), people=9).blocks[0].starts_at is None
    ends_at_midnight = make_script(THIRDS, library(), people=9, start=time(21, 0))
    assert ends_at_midnight.total == 180


def test_the_order_of_the_library_does_not_matter() -> None:
    one = make_script(MIXES[2], library(), people=9, competences_short=SHORT)
    assert one == make_script(MIXES[2], library(), people=9, competences_short=SHORT)
    turned = tuple(reversed(library()))
    assert one == make_script(MIXES[2], turned, people=9, competences_short=SHORT)


def test_questions_that_cannot_be_answered_are_explained() -> None:
    assert fault(THIRDS, library(), people=0) == (
        "Vul in hoeveel mensen er meedoen: ten minste 1.",
    )
    assert fault(THIRDS, library(), people=9, minutes=149) == (
        "Een sessie duurt 150 tot 210 minuten, geen 149.",
    )
    assert fault({IK: 1.0}, library(), people=0) == (
        "Geef ook aan hoeveel tijd er voor Wij en Wijk is.",
        "Vul in hoeveel mensen er meedoen: ten minste 1.",
    )
    (late,) = fault(THIRDS, library(), people=9, start=time(21, 1))
    assert late.endswith("loopt door na middernacht. Begin eerder.")
    (empty,) = fault(THIRDS, (), people=9)
    assert empty.startswith("Met deze werkvormen is geen sessie van 150 tot 210 minuten te maken.")
