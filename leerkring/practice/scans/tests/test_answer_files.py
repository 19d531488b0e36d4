import io

import numpy as np
import pytest
from openpyxl import Workbook

from leerkring.foundation.tables.faults import BadTable
from leerkring.foundation.tables.reading import read_table
from leerkring.practice.scans.answer_cells import DONT_KNOW_WORDS
from leerkring.practice.scans.answer_files import read_answers
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.instruments import Instrument, Item

CODES = ("IK01", "WIJ01", "WK01")
SCAN = Instrument(
    "klein",
    "1",
    tuple(
        Item(code, dimension, "c", "Stelling.")
        for code, dimension in zip(CODES, Dimension, strict=True)
    ),
    low=1,
    high=5,
)
TEAMS = ("Noord", "Team Zuid")


def answers_of(text, scan=SCAN, teams=TEAMS):
    data = text if isinstance(text, bytes) else text.encode()
    return read_answers(read_table(data, "antwoorden.csv"), scan, teams)


def faults_of(text, **how):
    with pytest.raises(BadTable) as caught:
        answers_of(text, **how)
    return [str(fault) for fault in caught.value.faults]


def test_a_plain_table_of_team_and_items_is_read():
    file = answers_of("team,IK01,WIJ01,WK01\nteam  ZUID,5,weet ik niet,\nNoord,1,2,3\n")
    assert file.answers.teams == TEAMS
    assert file.answers.team.tolist() == [0, 1]
    assert file.answers.values.tolist() == [[1, 2, 3], [5, 255, 0]]
    assert file.answers.values.dtype == np.uint8
    assert (file.dropped, file.ignored, file.notes) == ((), (), ())


def test_columns_may_stand_in_any_order_and_keep_that_of_the_instrument():
    file = answers_of("wk01;Team;ik01;wij01\n3;Noord;1;2\n")
    assert file.answers.values.tolist() == [[1, 2, 3]]


def test_a_limesurvey_export_is_read_and_what_points_to_a_person_is_dropped():
    file = answers_of(
        '\ufeff"id","submitdate","lastpage","startlanguage","seed","token","startdate",'
        '"datestamp","ipaddr","refurl","G0[team]","G1[IK01]","WIJ01","WK01[SQ001]","slot[comment]"\n'
        '"1","1980-01-01 00:00:00","3","nl","77","abc","x","y","10.0.0.1","",'
        '"Noord","A5","4","AO02",""\n'
        '"2","","1","nl","78","abd","x","y","10.0.0.2","","team zuid","A1","","","Hallo"\n'
    )
    assert file.answers.values.tolist() == [[5, 4, 2], [1, 0, 0]]
    assert file.dropped == (
        "id",
        "submitdate",
        "lastpage",
        "startlanguage",
        "seed",
        "token",
        "startdate",
        "datestamp",
        "ipaddr",
        "refurl",
    )
    assert file.ignored == ("slot[comment]",)
    assert file.notes == (
        "Weggelaten omdat het naar een persoon kan wijzen: id, submitdate, lastpage, "
        "startlanguage, seed, token, startdate, datestamp, ipaddr, refurl.",
        "Niet gebruikt en niet bewaard: slot[comment].",
        "1 vragenlijst is niet afgemaakt; wat er wel is ingevuld, telt mee.",
    )


def test_names_and_mail_addresses_are_dropped_too():
    file = answers_of("Naam,E-mail,attribute_1,team,IK01,WIJ01,WK01\nx,y,z,Noord,1,2,3\n")
    assert file.dropped == ("Naam", "E-mail", "attribute_1")


def test_the_order_of_rows_tells_nothing():
    lines = ["Team Zuid,5,4,3", "Noord,2,2,2", "Noord,1,5,5", "Team Zuid,1,1,1", "Noord,2,1,5"]
    one = answers_of("team,IK01,WIJ01,WK01\n" + "\n".join(lines)).answers
    other = answers_of("team,IK01,WIJ01,WK01\n" + "\n".join(reversed(lines))).answers
    assert one.team.tolist() == [0, 0, 0, 1, 1]
    assert one.values.tolist() == [[1, 5, 5], [2, 1, 5], [2, 2, 2], [1, 1, 1], [5, 4, 3]]
    assert np.array_equal(one.values, other.values)


def test_a_workbook_is_read_the_same():
    book = Workbook()
    for row in (["team", *CODES], ["Noord", 1, 2.0, None], ["Team Zuid", "?", 3, 4]):
        book.active.append(row)
    file = io.BytesIO()
    book.save(file)
    assert answers_of(file.getvalue()).answers.values.tolist() == [[1, 2, 0], [255, 3, 4]]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-8-sig"])
@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_every_usual_file_gives_the_same_answers(encoding, sign):
    text = sign.join(("team", *CODES)) + "\r\n" + sign.join(("Café Één", "1", "2", "3")) + "\r\n"
    file = answers_of(text.encode(encoding), teams=["CAFÉ één"])
    assert file.answers.values.tolist() == [[1, 2, 3]]


@pytest.mark.parametrize("words", [*sorted(DONT_KNOW_WORDS), "Weet ik niet", "WN"])
def test_not_knowing_is_an_answer_of_its_own(words):
    assert answers_of(f"team,IK01,WIJ01,WK01\nNoord,{words},2,3\n").answers.values[0, 0] == 255


def test_answers_are_counted_from_the_lowest_of_the_scale():
    scan = Instrument("nul", "1", SCAN.items, low=0, high=10)
    file = answers_of("team,IK01,WIJ01,WK01\nNoord,0,10,A1\n", scan=scan)
    assert file.answers.values.tolist() == [[1, 11, 1]]


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("7", "antwoord 7 valt buiten de schaal van 1 tot en met 5."),
        ("0", "antwoord 0 valt buiten de schaal van 1 tot en met 5."),
        ("-1", "antwoord -1 valt buiten de schaal van 1 tot en met 5."),
        ("A6", "A6 is geen van de 5 antwoorden."),
        ("A0", "A0 is geen van de 5 antwoorden."),
        ("drie", "«drie» is geen antwoord: een getal van 1 tot en met 5, «weet ik niet» of leeg."),
        ("2.5", "«2.5» is geen antwoord"),
        ("=1+1", "«=1+1» is geen antwoord"),
    ],
)
def test_what_is_no_answer_is_refused_by_row_and_column(cell, words):
    (fault,) = faults_of(f"team,IK01,WIJ01,WK01\nNoord,1,2,3\nNoord,1,{cell},3\n")
    assert fault.startswith(f"antwoorden.csv, rij 3, kolom WIJ01: {words}")


def test_an_unknown_team_is_refused_with_the_name_that_was_meant():
    assert faults_of("team,IK01,WIJ01,WK01\nTeam Zuidd,1,2,3\nQ,1,2,3\n") == [
        "antwoorden.csv, rij 2, kolom team: team «Team Zuidd» staat niet in de lijst met teams. "
        "Bedoel je «Team Zuid»?",
        "antwoorden.csv, rij 3, kolom team: team «Q» staat niet in de lijst met teams.",
    ]


def test_answers_without_a_team_are_refused():
    assert faults_of("team,IK01,WIJ01,WK01\n,1,2,3\n") == [
        "antwoorden.csv, rij 2, kolom team: er staat geen team bij deze antwoorden."
    ]


def test_a_team_name_that_two_teams_share_is_refused():
    (fault,) = faults_of("team,IK01,WIJ01,WK01\nnoord,1,2,3\n", teams=("Noord", "NOORD"))
    assert "er zijn meer teams die «noord» heten" in fault


def test_missing_columns_are_named():
    assert faults_of("IK01,WK01\n1,2\n") == [
        "antwoorden.csv, kolom team: deze kolom, die zegt bij welk team een antwoord hoort, "
        "ontbreekt.",
        "antwoorden.csv, kolom WIJ01: deze kolom, van een stelling, ontbreekt.",
    ]
    (fault,) = faults_of("team,Ik luister goed.\nNoord,2\n")
    assert "geen enkele kolom hoort bij een stelling van «klein» (IK01, …)" in fault


def test_two_columns_for_one_item_are_refused():
    (fault,) = faults_of("team,IK01,G1[IK01],WIJ01,WK01\nNoord,1,1,2,3\n")
    assert fault == "antwoorden.csv, kolom IK01: er zijn 2 kolommen voor: «IK01» en «G1[IK01]»."


def test_rows_without_an_answer_are_left_out_and_counted():
    file = answers_of("id,team,IK01,WIJ01,WK01\n1,Noord,,,\n2,,,,\n3,Noord,1,2,3\n")
    assert len(file.answers) == 1
    assert "Overgeslagen: 2 rijen zonder één antwoord." in file.notes


def test_a_file_without_any_answer_is_refused():
    assert faults_of("team,IK01,WIJ01,WK01\nNoord,,,\n") == [
        "antwoorden.csv: er staat geen enkel antwoord in."
    ]


def test_an_item_that_nobody_answered_and_answers_all_alike_are_taken_and_told():
    file = answers_of("team,IK01,WIJ01,WK01\n" + "Noord,3,,3\n" * 6)
    assert file.answers.values.tolist() == [[3, 0, 3]] * 6
    assert file.notes == ("Door niemand ingevuld: WIJ01.",)


def test_thousands_of_faults_are_counted_and_not_all_listed():
    faults = faults_of("team,IK01,WIJ01,WK01\n" + "Noord,9,9,9\n" * 1000)
    assert len(faults) == 51
    assert faults[-1] == "antwoorden.csv: en nog 2950 fouten."
