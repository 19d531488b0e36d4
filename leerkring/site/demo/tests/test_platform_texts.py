"""The texts of the demo's platform: whole, from people who were there, and about nobody."""

from collections import Counter
from collections.abc import Iterator

import pytest

from leerkring.exchange.posts.kinds import BY_KEY
from leerkring.exchange.posts.richtext import clean
from leerkring.foundation.language.identifiers import find
from leerkring.network.circles.kinds import KINDS
from leerkring.site.demo.platform import reading
from leerkring.site.demo.platform.cast import DOMAIN, employers, others, writers
from leerkring.site.demo.platform.groups import groups
from leerkring.site.demo.platform.markup import rich
from leerkring.site.demo.platform.reading import THEMES, BadTexts
from leerkring.site.demo.platform.texts import inquiries, pieces

# What `find` takes for a trace of a person and is none: (words, why).
NO_TRACES: dict[str, str] = {}


def everything() -> Iterator[tuple[str, str]]:
    """(where, text) of all that is told."""
    for piece in pieces():
        yield piece.key, "\n".join((piece.title, *piece.texts.values(), *piece.keywords))
        for said in piece.remarks:
            yield f"{piece.key}: {said.who}", said.text
        for trial in piece.trials:
            yield piece.key, f"{trial.where}. {trial.changed} {trial.came_of_it}"
    for inquiry in inquiries():
        done = inquiry.done[1] if inquiry.done else ""
        yield inquiry.key, f"{inquiry.title}\n{inquiry.text}\n{done}"
        for said in inquiry.answers:
            yield f"{inquiry.key}: {said.who}", said.text
    for member in writers().values():
        yield member.key, f"{member.position}. {member.sentence}"
    for group in groups().values():
        yield group.key, f"{group.name}\n{group.purpose}\n{group.house_rules}\n{group.closing}"


def test_no_text_points_at_a_person() -> None:
    found = [
        (where, text[trace.start : trace.end])
        for where, text in everything()
        for trace in find(text)
        if text[trace.start : trace.end] not in NO_TRACES
    ]
    assert found == []


def test_there_is_enough_to_read_of_every_kind() -> None:
    number = Counter(piece.kind for piece in pieces())
    assert number["blog"] >= 40
    assert number["update"] >= 30
    assert number["interview"] >= 15
    assert number["example"] >= 35
    assert number["pin"] >= 30
    assert len(inquiries()) >= 40
    assert sum(len(piece.remarks) for piece in pieces()) >= 200
    assert sum(piece.audience == "kring" for piece in pieces()) >= 25


@pytest.mark.parametrize("kind", ["blog", "example"])
def test_a_third_of_the_blogs_and_examples_takes_its_time(kind: str) -> None:
    lengths = [
        sum(len(text.split()) for text in piece.texts.values())
        for piece in pieces()
        if piece.kind == kind
    ]
    assert sum(length >= 300 for length in lengths) >= len(lengths) / 3


def test_every_theme_has_posts_and_questions() -> None:
    assert {name for piece in pieces() for name in piece.themes} == set(THEMES)
    assert {name for inquiry in inquiries() for name in inquiry.themes} == set(THEMES)


def test_every_piece_has_what_its_kind_asks() -> None:
    for piece in pieces():
        kind = BY_KEY[piece.kind]
        needed = {section.key for section in kind.sections if section.required}
        assert needed <= set(piece.texts), piece.key
        assert ("wants" in kind.facts) == ("wants" in piece.facts), piece.key
        assert ("rung" in kind.facts) == ("rung" in piece.facts), piece.key
        assert kind.expires == (piece.expires is not None), piece.key


def test_examples_stand_on_every_rung_and_others_tried_them_with_every_outcome() -> None:
    rungs = Counter(piece.facts["rung"] for piece in pieces() if piece.kind == "example")
    assert set(rungs) == {"idee", "uitgeprobeerd", "geevalueerd"}
    outcomes = Counter(trial.outcome for piece in pieces() for trial in piece.trials)
    assert set(outcomes) == {"werkte", "deels", "niet"}


def test_some_pins_hang_some_are_over_and_some_are_solved() -> None:
    pins = [piece for piece in pieces() if piece.expires is not None]
    assert any(pin.is_solved for pin in pins)
    assert any((pin.expires or 0) > pin.days for pin in pins)
    assert any((pin.expires or 0) < pin.days and not pin.is_solved for pin in pins)
    assert {pin.facts["wants"] for pin in pins} == {"aanbod", "vraag"}


def test_no_two_texts_are_the_same() -> None:
    texts = Counter(text for _, text in everything())
    assert [text for text, number in texts.items() if number > 1] == []


def test_what_is_written_survives_cleaning() -> None:
    for piece in pieces():
        for text in piece.texts.values():
            assert clean(rich(text)).replace("\n", "") == rich(text).replace("\n", ""), piece.key


def test_lists_and_headings_are_marked_up() -> None:
    assert rich("### Kop\n\neen < twee\n- a\n- b") == (
        "<h3>Kop</h3><p>een &lt; twee</p><ul><li>a</li><li>b</li></ul>"
    )


def test_the_question_without_a_name_says_nowhere_who_asked() -> None:
    nameless = [inquiry for inquiry in inquiries() if inquiry.via]
    assert [(inquiry.via, inquiry.author) for inquiry in nameless] == [("facilitator", "")]


def test_three_hundred_people_with_different_names_and_addresses() -> None:
    everybody = [*writers().values(), *others()]
    assert 290 <= len(everybody) <= 330
    assert len({member.name for member in everybody}) == len(everybody)
    assert len({member.email for member in everybody}) == len(everybody)
    assert all(member.email.endswith(DOMAIN) for member in everybody if not member.is_cast)
    assert sum(bool(member.sentence) for member in everybody) >= 60
    assert {member.seen for member in everybody} == {"open", "gewoon", "kringen", "dicht"}


def test_every_employer_says_that_it_is_invented() -> None:
    assert all(employer.name.endswith(" (verzonnen)") for employer in employers().values())


def test_twenty_circles_of_five_kinds_one_hidden_two_for_members() -> None:
    seen = Counter(group.visibility or KINDS[group.kind].visibility for group in groups().values())
    assert len(groups()) == 20
    assert {group.kind for group in groups().values()} == set(KINDS)
    assert (seen["verborgen"], seen["leden"]) == (1, 2)


def test_no_organisation_has_more_members_in_a_circle_than_seats() -> None:
    for group in groups().values():
        if group.seats is not None:
            number = Counter(member.employer.key for member in group.all_members())
            assert max(number.values()) <= group.seats, group.key


def test_a_fault_is_named_by_file_and_key(monkeypatch: pytest.MonkeyPatch) -> None:
    bad = {
        "pin": [
            {
                "key": "fout",
                "title": "x",
                "author": "niemand",
                "days": 3,
                "audience": "openbaar",
                "text": "x",
                "remarks": [["jos", 9, "te laat"]],
            }
        ]
    }
    real = reading._read
    monkeypatch.setattr(
        reading, "_read", lambda name: bad if name == "stukken/lvb.toml" else real(name)
    )
    pieces.cache_clear()
    with pytest.raises(BadTexts) as caught:
        pieces()
    assert caught.value.faults == (
        "lvb.toml, «fout»: persoon «niemand» is onbekend.",
        "lvb.toml, «fout»: jos zou pas na vandaag reageren.",
    )
