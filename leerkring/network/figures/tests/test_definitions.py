import pytest

from leerkring.network.figures.definitions import (
    DEFINITIONS,
    definition_of,
    period_of_table,
    plain,
)


def test_every_figure_has_a_name_unit_description_and_source():
    for key, definition in DEFINITIONS.items():
        assert definition.key == key
        assert definition.name
        assert definition.unit
        assert definition.description.endswith(".")
        assert definition.source.startswith("CBS, ")
        assert definition.columns


def test_no_two_figures_claim_the_same_column():
    columns = [plain(column) for d in DEFINITIONS.values() for column in d.columns]
    assert len(set(columns)) == len(columns)


@pytest.mark.parametrize(
    ("title", "key"),
    [
        # keys of tables 85984NED and, with other numbers, of other years
        ("AantalInwoners_5", "inhabitants"),
        ("AantalInwoners_6", "inhabitants"),
        ("k_0Tot15Jaar_8", "age_0_14"),
        ("JongerenMetJeugdzorgInNatura_98", "youth_care"),
        ("JongerenMetJeugdzorgInNatura_99", "youth_care"),
        ("PercentageJongerenMetJeugdzorg_104", "youth_care_share"),
        ("Wmo-cliënten relatief", "wmo_rate"),
        ("AantalInwoners", "inhabitants"),
        # kwb
        ("a_inw", "inhabitants"),
        ("a_00_14", "age_0_14"),
        ("p_jz_tn", "youth_care_share"),
        # StatLine titles
        ("Bevolking/Aantal inwoners (aantal)", "inhabitants"),
        ("Bevolking/Leeftijdsgroepen/15 tot 25 jaar (aantal)", "age_15_24"),
        ("Zorg/Percentage jongeren met jeugdzorg (%)", "youth_care_share"),
        ("SES-WOA/Totaalscore/Gemiddelde score (Getal)", "ses_woa"),
        ("Particuliere huishoudens (Aantal)", "ses_households"),
        ("Particuliere huishoudens/Huishoudens totaal (aantal)", "households"),
        # our own
        ("inwoners", "inhabitants"),
        ("oppervlakte_land_ha", "land_area"),
    ],
)
def test_a_column_is_recognised_in_every_shape(title, key):
    found = definition_of(title)
    assert found is not None
    assert found.key == key


@pytest.mark.parametrize("title", ["Mannen_6", "Opleidingsniveau/Laag/Waarde (%)", "", "_5"])
def test_an_unknown_column_is_not_guessed(title):
    assert definition_of(title) is None


def test_a_source_is_cited_with_period_table_and_licence():
    assert DEFINITIONS["inhabitants"].citation("2024") == (
        "CBS, Kerncijfers wijken en buurten, 2024, tabel 85984NED (CC BY 4.0)"
    )
    assert DEFINITIONS["inhabitants"].citation("2019") == (
        "CBS, Kerncijfers wijken en buurten, 2019 (CC BY 4.0)"
    )
    assert period_of_table("86165NED") == "2025"
    assert period_of_table("00000NED") is None
