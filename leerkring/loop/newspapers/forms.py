"""What an editor and a team fill in."""

from typing import Any

from django import forms

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField
from leerkring.loop.newspapers.editing import Change, stories_of
from leerkring.loop.newspapers.paper import Paper, Story
from leerkring.loop.newspapers.typed import typed_in
from leerkring.practice.gatherings.forms import WrittenText
from leerkring.practice.scans.results import Audience


class StoryForm(forms.Form):
    """One story of the paper. What is cleared goes back to what was captured."""

    headline = LineField(label="Kop", required=False, max_length=160)
    text = WrittenText(  # as long as a note: what was captured can always be saved again
        label="Tekst", required=False, max_length=20_000, rows=5
    )
    left_out = forms.BooleanField(label="Niet in de krant", required=False)

    def __init__(self, *args: Any, story: Story, **kwargs: Any) -> None:
        initial = {"headline": story.headline, "text": story.text, "left_out": False}
        initial |= kwargs.pop("initial", {})
        super().__init__(*args, initial=initial, prefix=story.key, **kwargs)
        self.story = story

    def change(self) -> Change:
        """Only what differs from what was captured."""
        data = self.cleaned_data
        return Change(
            headline="" if data["headline"] == self.story.headline.strip() else data["headline"],
            text="" if data["text"] == self.story.text.strip() else data["text"],
            left_out=data["left_out"],
        )


def story_forms(
    paper: Paper, changes: dict[str, Change], data: Any | None = None
) -> list[StoryForm]:
    """A form per story of the paper as it was captured, filled with the changes so far."""
    forms_ = []
    for story in stories_of(paper):
        change = changes.get(story.key, Change())
        initial: dict[str, Any] = {"left_out": change.left_out}
        initial |= {"headline": change.headline} if change.headline else {}
        initial |= {"text": change.text} if change.text else {}
        forms_.append(StoryForm(data, story=story, initial=initial))
    return forms_


class AudienceForm(forms.Form):
    audience = forms.ChoiceField(
        label="Voor wie is deze krant?",
        choices=Audience.choices(),
        widget=forms.RadioSelect,
        initial=Audience.TEAM,
    )


class GoingOutForm(ReadAloneMixin, AudienceForm):
    """Before everyone reads it, all that people typed in the paper is looked over.

    What the team reads, the team wrote. And the team agreed with exactly these words, so that none
    is replaced on the way out: it stays with a reason, or is changed at the desk, and agreed with
    again.
    """

    def __init__(self, *args: Any, paper: Paper, person: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.goes_along = typed_in(paper)
        self.unasked_names = [person.name] if person.name else []

    def asks_check(self) -> bool:
        return self.cleaned_data.get("audience") == Audience.PUBLIC
