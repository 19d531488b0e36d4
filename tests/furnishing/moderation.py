"""The coordinator asked to change the remark that everyone reads; the team mate flagged it. The
paper that only its own team reads was flagged from that team.

Nobody flagged what was asked in circles: by the professional in the closed one, and by the only
guide of «apart» and of «secret», about which no moderator of the platform may read a word.
"""

from typing import Any

from leerkring.exchange.questions.actions import Asked, ask
from leerkring.foundation.moderation.actions import explain, flag
from leerkring.foundation.moderation.registry import flaggable
from leerkring.network.circles.audience import Audience


def furnish(world: Any) -> None:
    entry = flaggable("remarks.remark")
    assert entry
    remark = world.things["remarks public"]
    world.things["moderation ruling"] = explain(
        remark, why="Zeg liever niet hoe lang.", by=world.people["coordinator"], outcome="aangepast"
    )
    flag(remark, entry, reason="privacy", text="", by=world.people["team_mate"])
    paper, about_papers = world.papers["theirs"], flaggable("newspapers.publication")
    assert about_papers
    flag(paper, about_papers, reason="privacy", text="", by=world.people["other_team"])
    askers = {"members": "professional", "secret": "facilitator", "apart": "facilitator"}
    for name, who in askers.items():
        circle = world.things[f"circles {name}"]
        asked = Asked(f"Wie kent {name}?", "Dit speelt al een jaar.", (), Audience.CIRCLE, circle)
        world.things[f"moderation {name}"] = ask(asked, by=world.people[who])
