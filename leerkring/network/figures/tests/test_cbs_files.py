from decimal import Decimal

import pytest

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.network.figures.cbs_files import AreaRow, FigureRow, read_figures
from leerkring.network.figures.rotterdam import rotterdam_2024

# The shape of a real StatLine export: mark, semicolons, padding inside the quotes.
STATLINE = """\ufeff"Perioden";"Wijken en buurten";"Regiocode (gemeente, wijk, buurt) (code)";\
"Particuliere huishoudens (Aantal)";"Opleidingsniveau/Laag/Waarde (%)";\
"SES-WOA/Totaalscore/Gemiddelde score (Getal)"
"2019";"Amsterdam";"GM0363    ";"  457400";"    20.8";"  -0.100"
"2019";"Burgwallen-Oude Zijde";"WK036300  ";"    2900";"    12.9";"  -0.022"
"2019";"Stationsplein e.o.";"BU03630100";"       0";"       .";"       ."
"""


def figures_of(text, name="cijfers.csv", **how):
    return read_figures(read_table(text.encode(), name), **how)


def faults_of(text):
    with pytest.raises(BadTable) as caught:
        figures_of(text)
    return [str(fault) for fault in caught.value.faults]


def test_a_statline_export_is_read():
    file = figures_of(STATLINE)
    assert file.period == "2019"
    assert file.unknown_columns == ("Opleidingsniveau/Laag/Waarde (%)",)
    assert file.areas[1] == AreaRow("WK036300", "Burgwallen-Oude Zijde", "")
    assert file.figures == (
        FigureRow("GM0363", "Amsterdam", "ses_households", Decimal(457400), "2019"),
        FigureRow("GM0363", "Amsterdam", "ses_woa", Decimal("-0.100"), "2019"),
        FigureRow("WK036300", "Burgwallen-Oude Zijde", "ses_households", Decimal(2900), "2019"),
        FigureRow("WK036300", "Burgwallen-Oude Zijde", "ses_woa", Decimal("-0.022"), "2019"),
        FigureRow("BU03630100", "Stationsplein e.o.", "ses_households", Decimal(0), "2019"),
        FigureRow("BU03630100", "Stationsplein e.o.", "ses_woa", None, "2019"),
    )


@pytest.mark.parametrize("number", ["", "_98", "_99", "_104"])
def test_odata_keys_are_matched_whatever_their_position(number):
    file = figures_of(
        "ID,WijkenEnBuurten,Gemeentenaam_1,SoortRegio_2,Codering_3,"
        f"JongerenMetJeugdzorgInNatura{number}\n"
        "7,WK0363MA  ,Amsterdam   ,Wijk      ,WK0363MA  ,1230\n",
        name="85984NED_UntypedDataSet.csv",
    )
    assert file.figures == (FigureRow("WK0363MA", "", "youth_care", Decimal(1230), "2024"),)
    assert file.areas == (AreaRow("WK0363MA", "", "Amsterdam"),)
    assert file.unknown_columns == ()


def test_the_yearly_kwb_file_is_read_and_larger_areas_are_left_out():
    file = figures_of(
        "gwb_code_10;gwb_code_8;regio;gm_naam;recs;gwb_code;ind_wbz;a_inw;a_man;p_jz_tn\n"
        "NL00;0;Nederland;Nederland;Land;NL00;.;17942942;8924000;10,6\n"
        "GM0599;599;Rotterdam;Rotterdam;Gemeente;GM0599;.;670610;332267;12,5\n"
        "WK059910;59910;Feijenoord;Rotterdam;Wijk;WK059910;1;79440;39315;.\n",
        name="kwb-2024.csv",
    )
    assert [(f.area_code, f.key, f.value) for f in file.figures] == [
        ("GM0599", "inhabitants", Decimal(670610)),
        ("GM0599", "youth_care_share", Decimal("12.5")),
        ("WK059910", "inhabitants", Decimal(79440)),
        ("WK059910", "youth_care_share", None),
    ]
    assert file.period == "2024"
    assert file.areas[1] == AreaRow("WK059910", "Feijenoord", "Rotterdam")
    assert file.unknown_columns == ("a_man",)
    assert file.notes == (
        "De periode 2024 komt uit de naam van het bestand; klopt dat?",
        "1 rij gaat over een groter gebied dan een gemeente; die nemen we niet over.",
        "Niet overgenomen, want zonder definitie: a_man.",
    )


@pytest.mark.parametrize("text", [".", "", "x", "-", "-99995", "-99997", "-99997.0", "-99997,0"])
def test_every_sign_for_missing_is_missing_and_not_zero(text):
    file = figures_of(f'code,inwoners\nWK059901,"{text}"\n')
    assert file.figures[0].value is None


@pytest.mark.parametrize(
    ("name", "period"),
    [
        ("wijken-2024.csv", "2024"),
        ("kwb2023.xlsx", "2023"),
        ("86165NED.csv", "2025"),
        ("wijken.csv", None),
        ("export-2025-03-27.csv", None),
        ("27-03-2025.csv", None),
        ("van 2023 tot 2024.csv", None),
    ],
)
def test_the_period_is_taken_from_the_name_only_when_it_is_certain(name, period):
    assert figures_of("code,inwoners\nWK059901,5\n", name).period == period


def test_a_given_period_goes_before_the_name_and_a_column_before_both():
    assert figures_of("code,inwoners\nWK059901,5\n", "kwb-2024.csv", period="2022").period == "2022"
    text = "code,Perioden,inwoners\nWK059901,2021JJ00,5\nWK059901,2022*,6\n"
    file = figures_of(text, "kwb-2024.csv")
    assert [figure.period for figure in file.figures] == ["2021", "2022"]
    assert file.period is None


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("naam,inwoners\nZuid,5\n", "kolom code: er is geen kolom met CBS-codes"),
        ("code,foo\nWK059901,5\n", "geen enkele kolom is een cijfer dat we kennen. Wel: «foo»."),
        ("code,inwoners,a_inw\nWK059901,5,5\n", "kolom a_inw: dit is een tweede kolom"),
        ("code,inwoners\n59901,5\n", "rij 2, kolom code: «59901» is geen CBS-code"),
        ("code,inwoners\nWK059901,veel\n", "rij 2, kolom inwoners: «veel» is geen getal."),
        ("code,inwoners\nWK059901,42.565\n", "rij 2, kolom inwoners: «42.565»: schrijf duizend"),
        ("code,inwoners\nWK059901,-3\n", "rij 2, kolom inwoners: -3 kan niet bij «Inwoners»"),
        ("code,p_jz_tn\nWK059901,101\n", "rij 2, kolom p_jz_tn: 101 kan niet"),
        (
            "code,inwoners\nWK059901,1\nwk059901,1\n",
            "rij 3, kolom code: WK059901 staat al in rij 2",
        ),
    ],
)
def test_what_cannot_be_is_refused(text, fault):
    assert faults_of(text)[0].startswith(
        f"cijfers.csv, {fault}" if fault[0] in "kr" else f"cijfers.csv: {fault}"
    )


def test_rotterdam_has_21_wijken_and_its_total():
    file = rotterdam_2024()
    assert file.period == "2024"
    assert len(file.areas) == 22
    inhabitants = {f.area_code: f.value for f in file.figures if f.key == "inhabitants"}
    wijken = sum(value for code, value in inhabitants.items() if code.startswith("WK"))
    # CBS rounds wijken to multiples of 5: 670,595 against 670,610 (table 85984NED)
    assert (wijken, inhabitants["GM0599"]) == (670595, 670610)
    assert all(area.municipality == "Rotterdam" for area in file.areas)
