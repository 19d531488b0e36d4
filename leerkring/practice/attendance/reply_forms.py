"""What people answer to an invitation."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from leerkring.foundation.language.forms import LineField
from leerkring.practice.attendance.models import Reply
from leerkring.practice.attendance.models.replies import LONGEST_NAME
from leerkring.practice.attendance.queries import (
    heads_in_strands,
    strand_blocks,
    waits_after_yes,
)
from leerkring.practice.attendance.reply_actions import Answer
from leerkring.practice.meetings.models import Meeting, Strand

IN_LINE, STAYS = "Zet mij op de wachtlijst", "Ja, ik blijf op de wachtlijst"


class ReplyForm(forms.Form):
    """Ja, nee or later, with what else is asked of people for this meeting."""

    says = forms.ChoiceField(label="Kom je?", choices=Reply.Says.choices, widget=forms.RadioSelect)
    guests = forms.IntegerField(label="Hoeveel gasten neem je mee?", min_value=0, required=False)
    names = LineField(
        label="Hoe heten je gasten?",
        max_length=800,
        required=False,
        help_text="Voor de lijst aan de deur en hun kaartje. Zet een komma tussen de namen. "
        "Een maand na de bijeenkomst halen we ze weg.",
    )
    need = LineField(
        label="Wat moeten we weten over eten of toegankelijkheid?",
        max_length=300,
        required=False,
        help_text="Alleen wie de bijeenkomst organiseert, ziet dit. "
        "Een maand na de bijeenkomst halen we het weg.",
    )

    def __init__(self, *args: Any, meeting: Meeting, reply: Reply | None = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        if waits_after_yes(meeting, reply):
            yes = STAYS if reply is not None and reply.is_waiting else IN_LINE
            rest = [one for one in Reply.Says.choices if one[0] != Reply.Says.YES]
            self.fields["says"] = forms.ChoiceField(
                label="Kom je?",
                choices=[(str(Reply.Says.YES), yes), *rest],
                widget=forms.RadioSelect,
            )
        self.blocks = strand_blocks(meeting)
        if meeting.guests_each:
            self.fields["guests"].help_text = f"Je mag er {meeting.guests_each} meenemen."
            self.fields["guests"].widget.attrs |= {
                "max": meeting.guests_each,
                "inputmode": "numeric",
            }
        else:
            del self.fields["guests"], self.fields["names"]
        chosen = (
            {choice.block_id: choice.strand_id for choice in reply.choices.all()} if reply else {}
        )
        counts = heads_in_strands([strand for _, strands in self.blocks for strand in strands])
        for block, strands in self.blocks:
            self.fields[f"block_{block.pk}"] = forms.TypedChoiceField(
                label=f"{block.title}: waar ga je heen?",
                choices=[(strand.pk, told(strand, counts.get(strand.pk, 0))) for strand in strands],
                coerce=int,
                widget=forms.RadioSelect,
                required=False,
                empty_value=None,
                initial=chosen.get(block.pk),
            )

    def clean_names(self) -> tuple[str, ...]:
        """In the order of the guests; more names than guests is a slip."""
        names = tuple(filter(None, map(str.strip, self.cleaned_data["names"].split(","))))
        if len(names) > (self.cleaned_data.get("guests") or 0):
            raise ValidationError("Je noemt meer namen dan gasten. Pas het aantal gasten aan.")
        if any(len(name) > LONGEST_NAME for name in names):
            raise ValidationError(f"Een naam heeft hoogstens {LONGEST_NAME} tekens.")
        return names

    def answer(self) -> Answer:
        data = self.cleaned_data
        strands = (data.get(f"block_{block.pk}") for block, _ in self.blocks)
        return Answer(
            says=data["says"],
            guests=data.get("guests") or 0,
            names=data.get("names") or (),
            need=data["need"],
            strands=frozenset(filter(None, strands)),
        )


def told(strand: Strand, taken: int) -> str:
    """A session as something to choose, with what is left of it."""
    if strand.places is None:
        return strand.title
    left = max(strand.places - taken, 0)
    places = "1 plaats" if left == 1 else f"{left} plaatsen"
    return f"{strand.title} (nog {places})" if left else f"{strand.title} (vol)"


def starting_from(meeting: Meeting, reply: Reply | None, *, said: str) -> ReplyForm:
    """What they said before; `said` is the link that they followed, and answers nothing yet."""
    initial: dict[str, object] = {"says": said if said in Reply.Says.values else ""}
    if reply is not None:
        need = getattr(reply, "need", None)
        initial = {
            "says": initial["says"] or reply.says,
            "guests": reply.guests,
            "names": ", ".join(reply.names),
            "need": need.text if need else "",
        }
    return ReplyForm(initial=initial, meeting=meeting, reply=reply)
