"""Strange but possible files, all the way: from the upload to every page and the paper."""

import io
from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from leerkring.loop.programmes.models import IntakeDraft, Programme
from leerkring.network.people.models import Team
from leerkring.practice.scans.dimensions import Dimension
from leerkring.practice.scans.models import Response

Files = dict[str, bytes]
Upload = Callable[..., int]
HEADER = "team,IK1,IK2,WIJ1,WIJ2,WK1,WK2\n"


@pytest.fixture
def upload(
    programme: Programme, coordinator: Client, handed: Callable[..., Files]
) -> Callable[..., object]:
    def post(**instead: str | bytes | None) -> object:
        given = handed(**instead)
        uploads = {name: SimpleUploadedFile(f"{name}.csv", data) for name, data in given.items()}
        return coordinator.post(f"/programmas/{programme.pk}-{programme.slug}/invoer/", uploads)

    return post


@pytest.fixture
def all_the_way(
    programme: Programme, coordinator: Client, upload: Callable[..., object]
) -> Callable[..., list[str]]:
    """Upload, look, say yes; then open every page of the programme and of its first team."""

    def walk(**instead: str | bytes | None) -> list[str]:
        preview = upload(**instead)
        assert preview.status_code == 302, preview.content.decode()
        seen(coordinator, preview.url)
        assert coordinator.post(f"{preview.url}bevestiging/").status_code == 302
        team = programme.participations.first().team
        base = f"/programmas/{programme.pk}-{programme.slug}/"
        begun = coordinator.post(f"{base}teams/{team.slug}/krant/")
        pages = (base, f"{base}stad/", f"{base}teams/{team.slug}/", begun.url)
        return [seen(coordinator, page) for page in pages]

    def seen(browser: Client, page: str) -> str:
        answer = browser.get(page)
        assert answer.status_code == 200, page
        return answer.content.decode()

    return walk


@pytest.mark.parametrize(
    "name", ["=cmd()", "../../x", "<script>alert(1)</script>", "🎉 Team", "é" * 120]
)
def test_an_odd_name_is_only_a_name_on_every_page(
    all_the_way: Callable[..., list[str]],
    teams_csv: Callable[..., str],
    answers_csv: Callable[..., str],
    name: str,
) -> None:
    pages = all_the_way(teams=teams_csv(name), answers=answers_csv({name: 6}))
    assert Team.objects.get().name == name
    assert not any("<script>alert" in page for page in pages)


def test_teams_whose_addresses_collide_each_have_their_own(
    all_the_way: Callable[..., list[str]],
    teams_csv: Callable[..., str],
    answers_csv: Callable[..., str],
) -> None:
    names = ("Zuid", "Zuid!", "(Zuid)")
    all_the_way(teams=teams_csv(*names), answers=answers_csv(dict.fromkeys(names, 6)))
    assert sorted(Team.objects.values_list("slug", flat=True)) == ["zuid", "zuid-2", "zuid-3"]


def test_everybody_gives_the_same_answer(all_the_way: Callable[..., list[str]]) -> None:
    all_the_way(answers=HEADER + "Noord,3,3,3,3,3,3\n" * 12 + "Oost,3,3,3,3,3,3\n" * 12)


@pytest.mark.parametrize("end", ["1", "5"])
def test_everybody_at_the_end_of_the_scale(all_the_way: Callable[..., list[str]], end: str) -> None:
    all_the_way(answers=HEADER + f"Noord,{','.join([end] * 6)}\n" * 12)


def test_nobody_answered_one_statement(all_the_way: Callable[..., list[str]]) -> None:
    rows = "".join(f"Noord,{n % 5 + 1},,{(n + 1) % 5 + 1},2,3,{n % 3 + 1}\n" for n in range(12))
    all_the_way(answers=HEADER + rows)


def test_nobody_answered_a_whole_side(all_the_way: Callable[..., list[str]]) -> None:
    rows = "".join(f"Noord,{n % 5 + 1},2,,,3,{n % 3 + 1}\n" for n in range(12))
    all_the_way(answers=HEADER + rows)


def test_nobody_knew_any_answer(all_the_way: Callable[..., list[str]]) -> None:
    all_the_way(answers=HEADER + "Noord,?,?,?,?,?,?\n" * 12)


def test_one_team_only(
    all_the_way: Callable[..., list[str]],
    teams_csv: Callable[..., str],
    answers_csv: Callable[..., str],
) -> None:
    all_the_way(teams=teams_csv("Noord"), answers=answers_csv({"Noord": 12}))


def test_one_answer_only(
    all_the_way: Callable[..., list[str]], answers_csv: Callable[..., str]
) -> None:
    all_the_way(answers=answers_csv({"Noord": 1}))


def test_teams_in_two_towns(
    all_the_way: Callable[..., list[str]], teams_csv: Callable[..., str]
) -> None:
    more = "Oost,Nabij,,Aalstad,12\nZuid,Nabij,,Aalstad,\n"
    pages = all_the_way(teams=teams_csv("Noord") + more)
    assert "Alle gemeenten" in pages[1]


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16"])
def test_a_file_from_an_old_spreadsheet(
    all_the_way: Callable[..., list[str]],
    teams_csv: Callable[..., str],
    answers_csv: Callable[..., str],
    encoding: str,
) -> None:
    pages = all_the_way(
        teams=teams_csv("Café Österweg").replace(",", ";").encode(encoding),
        answers=answers_csv({"Café Österweg": 6}, separator="\t").encode(encoding),
    )
    assert "Café Österweg" in pages[0]


def test_an_own_scale_of_eleven_answers(all_the_way: Callable[..., list[str]]) -> None:
    sides = zip(HEADER.strip().split(",")[1:], (s for d in Dimension for s in (d, d)), strict=True)
    instrument = "code,dimensie,competentie,stelling,omgekeerd,laag,hoog,doel\n" + "".join(
        f"{code},{side.label},zaak {side},Stelling.,nee,0,10,7\n" for code, side in sides
    )
    rows = "".join(f"Noord,{n % 11},9,8,{n % 4},10,0\n" for n in range(12))
    all_the_way(instrument=instrument, answers=HEADER + rows)


@pytest.mark.parametrize(
    "instead",
    [
        {"answers": HEADER + "Nergens,1,1,1,1,1,1\n"},
        {"answers": HEADER + "Noord,7,1,1,1,1,1\n"},
        {"answers": HEADER + "Noord,drie,1,1,1,1,1\n"},
        {"answers": HEADER + "Noord,1,1\n"},
        {"answers": "team,IK1\nNoord,1\n"},
        {"answers": HEADER},
        {"answers": b""},
        {"answers": b"\n"},
        {"answers": b"\x00\x01\x02"},
        {"answers": b"PK\x03\x04 geen werkmap"},
        {"teams": "team,organisatie,wijk,gemeente,leden\nNoord,D,,M,1\nnoord,D,,M,1\n"},
        {"teams": f"team,organisatie,wijk,gemeente,leden\n{'a' * 300},D,,M,1\n"},
        {"teams": "team,organisatie\nNoord,D\n"},
        {"districts": "Codering,AantalInwoners\nWK000101,1\n"},
        {"instrument": "code,dimensie\nIK1,Ik\n"},
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_stored(
    programme: Programme, upload: Callable[..., object], instead: dict[str, str | bytes]
) -> None:
    answer = upload(**instead)
    assert answer.status_code == 422
    (file,) = instead
    page = answer.content.decode()
    assert f"{file}.csv" in page or "field__error" in page
    assert not IntakeDraft.objects.exists()
    assert not Team.objects.exists()
    assert not Response.objects.exists()


def test_a_workbook_with_formulas_is_refused(
    upload: Callable[..., object], answers_csv: Callable[..., str]
) -> None:
    book = Workbook()
    for line in answers_csv({"Noord": 6}).splitlines():
        book.active.append([cell.strip('"') for cell in line.split(",")])
    book.active["B2"] = '=HYPERLINK("https://voorbeeld.nl")'
    out = io.BytesIO()
    book.save(out)
    answer = upload(answers=out.getvalue())
    assert answer.status_code == 422
    assert "formule" in answer.content.decode()


def test_a_file_that_is_too_large_is_refused_unread(
    upload: Callable[..., object], settings: object
) -> None:
    settings.UPLOAD_LIMIT = 1000
    answer = upload(answers=HEADER + "Noord,1,1,1,1,1,1\n" * 100)
    assert answer.status_code == 422
    assert "groter dan" in answer.content.decode()
