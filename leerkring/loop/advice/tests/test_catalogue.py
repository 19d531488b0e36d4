import csv
from pathlib import Path

import leerkring.loop.advice
import leerkring.practice.scans

ADVICE = Path(leerkring.loop.advice.__file__).parent
QUICKSCAN = Path(leerkring.practice.scans.__file__).parent / "instruments" / "quickscan.csv"
HEADER = "code,titel,aanbieder,competenties,vorm,dagdelen,plaatsen,rondes,prijs,per,omschrijving"


def catalogue() -> list[dict[str, str]]:
    with (ADVICE / "catalogue.csv").open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        assert ",".join(reader.fieldnames or ()) == HEADER
        return list(reader)


def test_the_catalogue_has_thirty_offers_with_codes_of_their_own():
    assert len({row["code"] for row in catalogue()}) == len(catalogue()) == 30


def test_every_competence_of_the_quickscan_has_at_least_two_offers_and_no_other_occurs():
    with QUICKSCAN.open(encoding="utf-8", newline="") as file:
        known = {row["competentie"] for row in csv.DictReader(file)}
    taught = [name for row in catalogue() for name in row["competenties"].split("|")]
    assert set(taught) == known
    assert all(taught.count(name) >= 2 for name in known)


def test_providers_are_clearly_invented():
    assert all(row["aanbieder"].endswith("(verzonnen)") for row in catalogue())


def test_forms_and_texts_vary():
    rows = catalogue()
    assert len({row["vorm"] for row in rows}) >= 7
    assert len({row["omschrijving"] for row in rows}) == len({row["titel"] for row in rows}) == 30


def test_numbers_are_whole_and_the_price_has_a_unit():
    for row in catalogue():
        assert min(int(row[key]) for key in ("dagdelen", "plaatsen", "rondes", "prijs")) >= 1
        assert row["per"] in {"groep", "persoon"}
