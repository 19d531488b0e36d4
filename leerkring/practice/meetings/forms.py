"""What people fill in about a meeting itself: what for, for whom, when."""

from datetime import datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError

from leerkring.foundation.language.checking import ReadAloneMixin
from leerkring.foundation.language.forms import LineField, TextField
from leerkring.foundation.remarks.queries import count_of
from leerkring.network.circles.models import Circle
from leerkring.network.themes.forms import ThemesField
from leerkring.practice.meetings.actions import Plan
from leerkring.practice.meetings.models import Audience, Meeting, Zone
from leerkring.practice.meetings.rules import guided_circles, may_lead, may_make_for_everyone
from leerkring.practice.meetings.told_queries import told_along


def area(label: str, rows: int, longest: int, **more: Any) -> TextField:
    return TextField(label=label, max_length=longest, rows=rows, **more)


def _clock(label: str, **more: Any) -> forms.TimeField:
    widget = forms.TimeInput(attrs={"type": "time"}, format="%H:%M")
    return forms.TimeField(label=label, widget=widget, **more)


BEGIN: dict[str, Any] = {
    "audience": Audience.CIRCLE,
    "zone": Zone.AMSTERDAM,
    "begins": time(13, 30),
}


class ToldForm(ReadAloneMixin, forms.Form):
    """What everybody reads who sees the meeting; one's own name is no question in it."""

    def __init__(self, *args: Any, person: Any = None, **kw: Any) -> None:
        super().__init__(*args, **kw)
        self.unasked_names = [person.name] if person is not None and person.name else []


class PlanForm(ToldForm):
    """Starts from a meeting, its own or one to copy, or from nothing.

    What can be read already is asked about again only when more people come to read it; then the
    rest of the meeting is looked over with it.
    """

    checked_fields = ("title", "purpose")
    title = LineField(label="Titel", max_length=160)
    purpose = area(
        *("Doel", 4, 2000),
        required=False,
        help_text="Wat is er na afloop anders? Leeg: het doel van de vorm.",
    )
    circle = forms.ModelChoiceField(Circle.objects.none(), label="Van welke groep", required=False)
    audience = forms.ChoiceField(
        label="Wie ziet dit?",
        choices=Audience.choices,
        widget=forms.RadioSelect,
        help_text="Pas als je de bijeenkomst bekendmaakt. Een concept zie jij alleen.",
    )
    day = forms.DateField(
        label="Datum", widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    begins = _clock("Begint om")
    until = _clock(
        "Uiterlijk klaar om",
        required=False,
        help_text="Duurt het programma langer, dan zeggen we het.",
    )
    zone = forms.ChoiceField(label="Waar is het?", choices=Zone.choices)
    themes = ThemesField()

    def __init__(
        self, *args: Any, person: Any, meeting: Meeting | None = None, copy: bool = False, **kw: Any
    ) -> None:
        super().__init__(*args, person=person, **kw)
        self.person, self.source = person, meeting
        self.changes = None if copy else meeting
        circles, field = guided_circles(person), self.fields["circle"]
        own = {meeting.circle_id} if meeting and meeting.circle_id and not copy else set()
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Circle.objects.filter(pk__in=[*circles.values_list("pk", flat=True), *own])
        field.required = not may_make_for_everyone(person) and (meeting is None or bool(own))
        if not field.required:
            field.empty_label = "Van geen groep"
        begin = kw.get("initial", {})
        self.initial = _initial(meeting) | begin if meeting else dict(begin or BEGIN)
        if copy:
            self.initial.pop("day")

    def clean(self) -> Any:
        data, before = self.cleaned_data, self.source
        widens = before is not None and _widens(before, data)
        if data.get("audience") == Audience.CIRCLE and not data.get("circle"):
            self.add_error("audience", "Kies een groep, of laat meer mensen dit zien.")
        elif widens and self.changes and _has_answers(self.changes):
            self.add_error(
                "audience",
                "Er staan al vragen of reacties. Die zijn voor deze lezers geschreven. Maak een"
                " nieuwe bijeenkomst als meer mensen mogen meekijken.",
            )
        if before is not None and not widens:
            self.accepted_texts = {name: getattr(before, name) for name in self.checked_fields}
        elif before is not None:
            whole = self.changes is not None or may_lead(self.person, before)
            self.goes_along = told_along(before, whole=whole)
        return super().clean()

    def plan(self) -> Plan:
        data, zone = self.cleaned_data, ZoneInfo(self.cleaned_data["zone"])
        starts = datetime.combine(data["day"], data["begins"], zone)
        ends = datetime.combine(data["day"], data["until"], zone) if data["until"] else None
        if ends is not None and ends <= starts:  # a meeting that goes on past midnight
            ends = datetime.combine(data["day"] + timedelta(days=1), data["until"], zone)
        return Plan(
            title=data["title"],
            purpose=data["purpose"],
            circle=data["circle"],
            audience=data["audience"],
            starts_at=starts,
            ends_by=ends,
            zone=data["zone"],
            themes=list(data["themes"]),
        )


def _widens(meeting: Meeting, data: dict[str, Any]) -> bool:
    """Whether more people, or other people, come to read it than before."""
    order, chosen = Audience.values, data.get("audience") or meeting.audience
    circle = data["circle"].pk if data.get("circle") else None
    moved = chosen == Audience.CIRCLE and circle != meeting.circle_id
    return moved or order.index(chosen) > order.index(meeting.audience)


def _has_answers(meeting: Meeting) -> bool:
    """Nobody's words come before more people than they were written for."""
    return meeting.questions.exists() or count_of(meeting) > 0


def _initial(meeting: Meeting) -> dict[str, Any]:
    zone = ZoneInfo(meeting.zone)
    starts = meeting.starts_at.astimezone(zone)
    return {
        "title": meeting.title,
        "purpose": meeting.purpose,
        "circle": meeting.circle_id,
        "audience": meeting.audience,
        "day": starts.date(),
        "begins": starts.time(),
        "until": meeting.ends_by.astimezone(zone).time() if meeting.ends_by else None,
        "zone": meeting.zone,
        "themes": list(meeting.themes.values_list("pk", flat=True)),
    }


def whole_minutes(value: str) -> int:
    """Minutes from a button; raises ValidationError for anything but a small step."""
    try:
        minutes = int(value)
    except ValueError as wrong:
        raise ValidationError("Kies een aantal minuten.") from wrong
    if abs(minutes) > 60:
        raise ValidationError("Hoogstens een uur tegelijk.")
    return minutes
