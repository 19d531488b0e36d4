"""Two at one desk, and a moderator beside them: nobody loses what they wrote without seeing it."""

import re
from collections.abc import Callable

from django.test import Client

from leerkring.loop.newspapers.models import Approval, Edition
from leerkring.loop.newspapers.queries import changes_in, composed
from leerkring.loop.newspapers.tests.test_desk_view import as_shown, desk

BrowserOf = Callable[[str], Client]


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="(\w+)"', page)
    assert found
    return found[1]


def test_who_saves_over_somebody_else_is_told_and_keeps_what_they_wrote(
    edition: Edition, browser_of: BrowserOf
) -> None:
    leader = browser_of("Leider Noord")
    seen = hidden(leader.get(desk(edition)).content.decode(), "seen")
    first = as_shown(edition, **{"wij-willen-headline": "Eén gezicht"}, seen=seen)
    second = as_shown(edition, **{"wij-willen-headline": "Twee gezichten"}, seen=seen)
    assert leader.post(desk(edition), first).status_code == 302
    refused = leader.post(desk(edition), second)
    page = refused.content.decode()
    assert refused.status_code == 422
    assert "De krant is intussen veranderd" in page
    assert 'value="Twee gezichten"' in page
    assert composed(edition).lead.headline == "Eén gezicht"
    long = second | {"wij-willen-headline": "x" * 1000}
    assert hidden(leader.post(desk(edition), long).content.decode(), "seen") == seen
    knowing = leader.post(desk(edition), second | {"seen": hidden(page, "seen")})
    assert knowing.status_code == 302
    assert changes_in(edition)["wij-willen"].headline == "Twee gezichten"


def test_a_team_does_not_agree_with_a_paper_that_they_did_not_see(
    edition: Edition, browser_of: BrowserOf
) -> None:
    member, leader = browser_of("Lid Noord"), browser_of("Leider Noord")
    reads = hidden(member.get(desk(edition)).content.decode(), "reads")
    leader.post(desk(edition), as_shown(edition, **{"wij-willen-headline": "Eén gezicht"}))
    said = {"audience": "team", "reads": reads}
    answer = member.post(desk(edition, "akkoord/"), said, follow=True)
    assert "Lees haar nog een keer" in answer.content.decode()
    assert not Approval.objects.exists()
    said["reads"] = hidden(answer.content.decode(), "reads")
    member.post(desk(edition, "akkoord/"), said)
    assert Approval.objects.count() == 1
