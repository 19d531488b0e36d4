"""The library of working forms: what is in it, and what it says to whoever edits it."""

from collections import Counter
from pathlib import Path

import pytest

from leerkring.foundation.tables.faults import BadTable
from leerkring.practice.gatherings.form_files import COMPETENCES, competences, library, read_library
from leerkring.practice.gatherings.working_forms import WorkingForm
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instrument_files import built_in

GOOD = """
[[werkvorm]]
code = "ik-proef"
titel = "Proef"
dimensie = "ik"
competenties = ["contact"]
minuten = 10
mensen = [3, 12]
doel = "Zien of het werkt."
materiaal = "Geen"
stappen = [[2, "Begin."], [5, "Praat."], [3, "Sluit af."]]
"""


def read(tmp_path: Path, *texts: str) -> tuple[WorkingForm, ...]:
    for number, text in enumerate(texts):
        (tmp_path / f"proef{number}.toml").write_text(text, encoding="utf-8")
    return read_library(tmp_path)


def faults(tmp_path: Path, *texts: str) -> list[str]:
    with pytest.raises(BadTable) as caught:
        read(tmp_path, *texts)
    return [str(fault) for fault in caught.value.faults]


def core(dimension: Dimension) -> list[WorkingForm]:
    return [form for form in library() if form.dimension is dimension]


def test_a_form_is_read_as_it_was_written(tmp_path: Path) -> None:
    (form,) = read(tmp_path, GOOD)
    assert (form.code, form.dimension, form.minutes) == ("ik-proef", Dimension.SELF, 10)
    assert (form.smallest, form.largest, form.part) == (3, 12, "kern")
    assert form.competences == ("contact",)
    assert form.steps == ("2 min. Begin.", "5 min. Praat.", "3 min. Sluit af.")
    assert not form.for_difference


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('doel = "Zien of het werkt."\n', "", "werkvorm 'ik-proef': 'doel' ontbreekt."),
        ('code = "ik-proef"\n', "", "werkvorm 1: 'code' ontbreekt."),
        ("doel", "doeel", "'doeel' is onbekend; kies uit code, titel"),
        ('"Proef"', '"  "', "'titel' moet tekst zijn en mag niet leeg zijn."),
        ("ik-proef", "Ik Proef", "'code' mag alleen kleine letters, cijfers en streepjes hebben."),
        ("minuten = 10", "minuten = 0", "'minuten' moet een heel getal groter dan 0 zijn."),
        ("minuten = 10", "minuten = true", "'minuten' moet een heel getal groter dan 0 zijn."),
        ("minuten = 10", "minuten = 15", "samen 10 minuten, maar 'minuten' is 15."),
        ("[3, 12]", "[12, 3]", "'mensen' moet de kleinste en de grootste groep zijn"),
        ("[3, 12]", "12", "'mensen' moet de kleinste en de grootste groep zijn"),
        ('[2, "Begin."], ', "", "geef drie tot zes 'stappen'."),
        ('[2, "Begin."]', '["Begin."]', "elke stap bestaat uit minuten en tekst"),
        ('"ik"', '"stad"', "'dimensie' moet ik, wij of wijk zijn."),
        ('["contact"]', "[]", "noem bij 'competenties' ten minste één competentie."),
        ('["contact"]', '["contcat"]', "de competentie 'contcat' is onbekend; kies uit contact,"),
        ('doel = "', 'deel = "lunch"\ndoel = "', "'deel' moet een van deze zijn: opening, kern"),
        ('doel = "', 'deel = "pauze"\ndoel = "', "een pauze heeft geen 'dimensie'."),
        ('doel = "', 'verschil = "ja"\ndoel = "', "'verschil' moet true of false zijn."),
        ('dimensie = "ik"', 'deel = "afsluiting"', "de woorden 'Vanaf morgen' hebben."),
        ('titel = "', "titel = ", "Dit is geen geldige TOML"),
        ("[[werkvorm]]", "", "Begin elke werkvorm met een regel [[werkvorm]]"),
        ("[[werkvorm]]", "werkvorm = [3]\n[ander]", "zet niets buiten een werkvorm."),
    ],
)
def test_a_fault_names_the_file_the_form_and_what_to_do(
    tmp_path: Path, old: str, new: str, message: str
) -> None:
    found = faults(tmp_path, GOOD.replace(old, new, 1))
    assert any(message in fault for fault in found), found
    assert all(fault.startswith("proef0.toml: ") for fault in found)


def test_something_that_is_no_form_is_refused(tmp_path: Path) -> None:
    assert "werkvorm 1: dit is geen werkvorm" in faults(tmp_path, "werkvorm = [3]")[0]


def test_two_forms_with_one_code_are_refused_over_files(tmp_path: Path) -> None:
    (found,) = faults(tmp_path, GOOD, GOOD)
    assert found.startswith("proef1.toml: werkvorm 'ik-proef': de code 'ik-proef' bestaat al")


def test_every_fault_is_told_at_once(tmp_path: Path) -> None:
    found = faults(tmp_path, GOOD.replace('"ik"', '"stad"'), GOOD.replace("[3, 12]", "[9, 3]"))
    assert [fault.split(":")[0] for fault in found] == ["proef0.toml", "proef1.toml"]


def test_an_empty_folder_and_another_encoding_are_told(tmp_path: Path) -> None:
    assert "geen enkele werkvorm" in faults(tmp_path)[0]
    (tmp_path / "oud.toml").write_bytes("doel = 'één'".encode("cp1252"))
    assert faults(tmp_path) == ["oud.toml: Bewaar dit bestand als UTF-8."]


def test_an_own_instrument_may_name_its_own_competences(tmp_path: Path) -> None:
    (tmp_path / "eigen.toml").write_text(GOOD.replace("contact", "rekenen"), encoding="utf-8")
    assert read_library(tmp_path, None)[0].competences == ("rekenen",)


def test_the_library_is_large_enough_for_each_part() -> None:
    parts = Counter(form.part for form in library())
    assert len(library()) >= 30
    assert parts["opening"] >= 3 and parts["pauze"] >= 1 and parts["afsluiting"] >= 3
    for dimension in Dimension:
        assert len(core(dimension)) >= 8
        assert any(form.for_difference for form in core(dimension))


def test_every_competence_is_served_by_two_forms_for_teams_of_4_to_22() -> None:
    for people in range(4, 23):
        fitting = [
            f for f in library() if f.smallest <= people <= f.largest and not f.for_difference
        ]
        served = Counter(name for form in fitting for name in form.competences)
        assert all(served[name] >= 2 for name in COMPETENCES), (people, served)


def test_even_a_pair_has_a_form_for_each_part_and_difference() -> None:
    for people in (2, 22):
        fitting = [form for form in library() if form.smallest <= people <= form.largest]
        assert {form.part for form in fitting} == {"opening", "kern", "pauze", "afsluiting"}
        assert {f.dimension for f in fitting if f.for_difference} == set(Dimension)


def test_lengths_vary_and_stay_workable() -> None:
    for dimension in Dimension:
        lengths = {form.minutes for form in core(dimension)}
        assert min(lengths) == 10 and max(lengths) in range(35, 50) and len(lengths) >= 6
    for form in library():
        assert 3 <= len(form.steps) <= 6
        assert sum(int(step.split(" min. ")[0]) for step in form.steps) == form.minutes


def test_no_text_is_used_twice_and_sentences_stay_short() -> None:
    texts = [text for form in library() for text in (form.title, form.goal, *form.steps)]
    assert len(texts) == len(set(texts))
    for text in texts:
        for sentence in text.replace("?", ".").replace(":", ".").replace("!", ".").split("."):
            assert len(sentence.split()) <= 25, sentence


def test_the_library_serves_every_competence_of_the_quickscan_in_its_order() -> None:
    assert competences() == COMPETENCES == built_in().competences


def test_the_library_is_read_once() -> None:
    assert library() is library()
