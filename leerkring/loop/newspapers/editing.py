"""What an editor changes in a composed paper: another headline, another text, or leaving it out."""

from dataclasses import dataclass, replace

from leerkring.loop.newspapers.paper import Paper, Section, Story


@dataclass(frozen=True, order=True)
class Change:
    """For one story. Empty fields leave what was captured."""

    headline: str = ""
    text: str = ""
    left_out: bool = False


def edited(paper: Paper, changes: dict[str, Change]) -> Paper:
    """The paper with these changes, by the key of a story. A lead is never left out."""
    return replace(
        paper,
        lead=_changed(paper.lead, changes),
        sections=tuple(_section(section, changes) for section in paper.sections),
    )


def stories_of(paper: Paper) -> list[Story]:
    """Every story that can be edited, the lead first."""
    inside = [story for section in paper.sections for story in section.stories]
    return [story for story in (paper.lead, *inside) if story.key and not story.is_blank]


def _section(section: Section, changes: dict[str, Change]) -> Section:
    kept = [
        _changed(story, changes)
        for story in section.stories
        if not changes.get(story.key, Change()).left_out
    ]
    return replace(section, stories=tuple(kept))


def _changed(story: Story, changes: dict[str, Change]) -> Story:
    change = changes.get(story.key, Change())
    return replace(
        story, headline=change.headline or story.headline, text=change.text or story.text
    )
