from dataclasses import replace
from datetime import date
from xml.etree.ElementTree import fromstring

import pytest

from leerkring.practice.scans.formats.ddi import NAMESPACE, RoundFacts, write_ddi
from leerkring.practice.scans.instrument_files import built_in

FACTS = RoundFacts(
    title="Ronde & zo",
    place="Rotterdam",
    opened_on=date(2026, 10, 5),
    closed_on=date(2026, 10, 30),
    k=5,
    teams=("Noord", "overige teams"),
    rows=40,
    conditions=("Alleen voor dit onderzoek.",),
)
# The order of children in codebook.xsd of DDI-Codebook 2.5 (DDI Alliance), as far as we use them.
ORDER = {
    "codeBook": ["docDscr", "stdyDscr", "fileDscr", "dataDscr", "otherMat"],
    "stdyDscr": ["citation", "studyAuthorization", "stdyInfo", "studyDevelopment", "method",
                 "dataAccs", "othrStdyMat", "notes"],
    "citation": ["titlStmt", "rspStmt", "prodStmt", "distStmt", "serStmt", "verStmt", "biblCit"],
    "stdyInfo": ["studyBudget", "subject", "abstract", "sumDscr", "qualityStatement", "notes"],
    "subject": ["keyword", "topcClas"],
    "sumDscr": ["timePrd", "collDate", "nation", "geogCover", "geogUnit", "geoBndBox", "boundPoly",
                "anlyUnit", "universe", "dataKind"],
    "method": ["dataColl", "notes", "anlyInfo", "stdyClas"],
    "dataColl": ["timeMeth", "dataCollector", "collectorTraining", "frequency", "sampProc",
                 "sampleFrame", "targetSampleSize", "deviat", "collMode", "resInstru"],
    "dataAccs": ["setAvail", "useStmt", "notes"],
    "useStmt": ["confDec", "specPerm", "restrctn", "contact", "citReq", "deposReq", "conditions",
                "disclaimer"],
    "fileDscr": ["fileTxt", "locMap", "notes"],
    "fileTxt": ["fileName", "fileCitation", "dataFingerprint", "fileCont", "fileStrc", "dimensns",
                "fileType", "format"],
    "dimensns": ["caseQnty", "varQnty", "logRecL", "recPrCas", "recNumTot"],
    "dataDscr": ["varGrp", "nCubeGrp", "var", "nCube", "notes"],
    "varGrp": ["labl", "txt", "concept", "defntn", "universe", "notes"],
    "var": ["location", "labl", "imputation", "security", "embargo", "respUnit", "anlysUnit",
            "qstn", "valrng", "invalrng", "undocCod", "universe", "TotlResp", "sumStat", "txt",
            "stdCatgry", "catgryGrp", "catgry", "codInstr", "verStmt", "concept", "derivation",
            "varFormat", "geoMap", "catLevel", "notes"],
    "catgry": ["catValu", "labl", "txt", "catStat", "mrow"],
}  # fmt: skip


def book(**facts):
    return fromstring(write_ddi(built_in(), replace(FACTS, **facts)))


def tag(element):
    return element.tag.removeprefix(f"{{{NAMESPACE}}}")


def test_it_is_a_codebook_of_ddi():
    assert tag(book()) == "codeBook"
    assert book().tag == f"{{{NAMESPACE}}}codeBook"
    assert book().get("version") == "2.5"


@pytest.mark.parametrize("parent", ORDER)
def test_elements_stand_in_the_order_of_the_schema(parent):
    found = [element for element in book().iter() if tag(element) == parent]
    assert found
    for element in found:
        places = [ORDER[parent].index(tag(child)) for child in element]
        assert places == sorted(places)


def test_every_column_is_a_variable_with_its_answers():
    variables = [element for element in book().iter() if tag(element) == "var"]
    assert [v.get("name") for v in variables] == ["team", *built_in().codes]
    item = variables[3]
    inside = {tag(child): child for child in item}
    assert inside["labl"].text == built_in().items[2].statement
    assert inside["qstn"][0].text == built_in().items[2].statement
    assert inside["valrng"][0].attrib == {"min": "1", "max": "5"}
    categories = [(c[0].text, c.get("missing")) for c in item if tag(c) == "catgry"]
    assert categories == [*((str(n), None) for n in range(1, 6)), ("WN", "Y"), (None, "Y")]
    assert inside["notes"].text.startswith("Omgekeerd")


def test_every_reference_leads_to_one_element():
    ids = [element.get("ID") for element in book().iter() if element.get("ID")]
    assert len(ids) == len(set(ids))
    for element in book().iter():
        pointed = (element.get("var") or "").split() + (element.get("files") or "").split()
        assert set(pointed) <= set(ids)


def test_it_tells_what_goes_out_and_on_what_terms():
    text = write_ddi(built_in(), FACTS)
    assert "<titl>Ronde &amp; zo</titl>" in text
    assert "<caseQnty>40</caseQnty>" in text
    assert "<conditions>Alleen voor dit onderzoek.</conditions>" in text
    assert "<catValu>overige teams</catValu>" in text
    assert "niet gevalideerd" in text


def test_without_rows_it_names_no_team_and_no_number():
    text = write_ddi(built_in(), replace(FACTS, teams=(), rows=None, conditions=()))
    assert "caseQnty" not in text
    assert "Noord" not in text
    assert "<conditions>" not in text


def test_a_text_that_xml_cannot_hold_is_mended():
    assert (
        fromstring(write_ddi(built_in(), replace(FACTS, title="a\x00b")))[1][0][0][0].text == "ab"
    )
