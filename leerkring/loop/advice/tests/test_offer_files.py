import pytest

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.loop.advice.offer_files import read_offers
from leerkring.loop.advice.offers import Offer

COLUMNS = "code,titel,aanbieder,competenties,vorm,dagdelen,plaatsen,prijs,per"
HEADER = f"{COLUMNS},gemeente,omschrijving,rondes"
GOOD = "T1,Samen kijken,De Leerplek,veilig leren| contact |,training,2,12,{},{},Utrecht,Oefenen.,3"


def offers_of(*lines, header=HEADER):
    return read_offers(read_table("\n".join((header, *lines)).encode(), "aanbod.csv"))


def faults_of(*lines):
    with pytest.raises(BadTable) as caught:
        offers_of(*lines)
    return [str(fault) for fault in caught.value.faults]


def test_an_offer_is_read():
    assert offers_of(GOOD.format(1250, "groep")) == (
        Offer(
            code="T1",
            title="Samen kijken",
            provider="De Leerplek",
            competences=("veilig leren", "contact"),
            form="training",
            half_days=2,
            places=12,
            price=1250,
            runs=3,
            per="groep",
            description="Oefenen.",
        ),
    )


@pytest.mark.parametrize(
    "text", ["1250", "1.250", "€ 1250", '"1250,00"', "1250.00", '"€ 1.250,-"', "EUR 1250"]
)
def test_euros_are_read_as_people_write_them(text):
    assert offers_of(GOOD.format(text, "persoon"))[0].price == 1250


def test_municipality_and_runs_may_be_left_out():
    header = HEADER.replace(",gemeente", "").removesuffix(",rondes")
    (offer,) = offers_of("T1,A,B,contact,e-learning,1,20,0,,Kort.", header=header)
    assert (offer.runs, offer.per, offer.price) == (1, "groep", 0)


def test_every_fault_is_told_at_once():
    faults = faults_of(
        GOOD.format(1250, "groep"),
        "t1,,B,|,v,half,0,duur,stuk,,o,101",
        "T3,A,B,c,v,1,12,12.50,groep,,o,1",
    )
    assert [fault.split(": ")[0].removeprefix("aanbod.csv, rij ") for fault in faults] == [
        "3, kolom titel",
        "3, kolom competenties",
        "3, kolom per",
        "3, kolom dagdelen",
        "3, kolom plaatsen",
        "3, kolom rondes",
        "3, kolom prijs",
        "3, kolom code",
        "4, kolom prijs",
    ]
    assert faults[7].endswith("code «t1» staat al in rij 2.")


def test_a_missing_column_is_named():
    with pytest.raises(BadTable, match="kolom prijs: deze kolom ontbreekt"):
        offers_of("T1", header="code")
