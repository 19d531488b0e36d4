"""From what was captured to a paper on the rack: edit, agree, publish, read, print."""

from playwright.sync_api import expect

from tests.journeys.conftest import WalkIn


def test_a_paper_is_edited_agreed_with_published_and_read(walk_in: WalkIn) -> None:
    editor = walk_in("facilitator", "team own")
    editor.get_by_role("button", name="Naar de redactie").click()
    steps = editor.get_by_role("list", name="Drie stappen naar een krant")
    expect(steps.locator("[aria-current=step]")).to_contain_text("Bijschaven")
    editor.get_by_label("Kop").first.fill("Bloemhof drinkt eerst koffie")
    editor.get_by_role("button", name="Bewaar de krant").click()
    expect(editor.get_by_role("status")).to_contain_text("De krant is bijgewerkt")
    expect(editor.get_by_role("button", name="Breng uit")).to_have_count(0)
    desk = editor.url

    member = walk_in("professional")
    task = member.get_by_role("link", name="Lees de krant en geef akkoord")
    expect(task).to_have_count(0)  # a first paper is out already; a second one asks nobody twice
    member.goto(desk)
    member.get_by_label("iedereen").check()
    member.get_by_role("button", name="Namens het team akkoord").click()
    expect(member.get_by_text("Het team is akkoord: de krant mag naar iedereen")).to_be_visible()

    editor.reload()
    expect(steps.locator("[aria-current=step]")).to_contain_text("Uitbrengen")
    editor.get_by_role("button", name="Breng uit voor iedereen").click()
    expect(editor.get_by_role("status")).to_contain_text("De krant is uit!")

    reader = walk_in("visitor", editor.url, width=390)
    expect(reader.get_by_role("heading", name="Bloemhof drinkt eerst koffie")).to_be_visible()
    pdf = reader.request.get(
        reader.get_by_role("link", name="PDF").get_attribute("href"),
    )
    assert pdf.headers["content-type"] == "application/pdf"
    assert pdf.body().startswith(b"%PDF-")
