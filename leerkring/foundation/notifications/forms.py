"""What somebody wants to hear of: an event a row, then the circles; and how their mail comes."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils import timezone

from leerkring.foundation.notifications.frequency import DIGESTS, Frequency, Loudness
from leerkring.foundation.notifications.models import (
    CircleLoudness,
    DigestStop,
    Mailbox,
    Preference,
)
from leerkring.foundation.notifications.models.mailbox import DAYS
from leerkring.foundation.notifications.plan import Plan
from leerkring.foundation.notifications.registry import Event, circles_of, events

DIGEST_LABELS = {
    Frequency.DAILY: "Dagoverzicht, elke ochtend om zeven uur",
    Frequency.WEEKLY: "Weekoverzicht, een keer per week om zeven uur",
}
LONGEST_PAUSE = timedelta(days=183)  # notices are kept as long
QUOTES = "Zet in mijn mail ook wat er in besloten groepen staat"
QUOTES_HINT = (
    "Anders staat er alleen dat er iets is, en lees je het op Leerkring. Mail gaat langs andere "
    "servers, en staat soms op een scherm waar een ander meekijkt."
)
PAUSE_HINT = (
    "Laat leeg als je gewoon mail wilt. Je mist niets: wat er in die tijd was, krijg je op deze "
    "dag in één mail. Uitnodigingen met een datum en codes om je aan te melden komen wel."
)


class MailboxForm(forms.Form):
    """For all mail of one person, as it is now."""

    day = forms.TypedChoiceField(
        label="Op welke dag wil je het weekoverzicht?",
        choices=[(day, name.capitalize()) for day, name in DAYS],
        coerce=int,
    )
    quotes_closed = forms.BooleanField(label=QUOTES, help_text=QUOTES_HINT, required=False)
    paused_until = forms.DateField(
        label="Even geen mail tot",
        help_text=PAUSE_HINT,
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

    def __init__(self, box: Mailbox, data: Any = None) -> None:
        now = {name: getattr(box, name) for name in ("day", "quotes_closed", "paused_until")}
        super().__init__(data, initial=now)

    def clean_paused_until(self) -> date | None:
        day: date | None = self.cleaned_data["paused_until"]
        if day is None or day == self.initial["paused_until"]:
            return day
        today = timezone.localdate()
        if day <= today:
            raise forms.ValidationError("Kies een dag die nog komt, of laat dit leeg.")
        if day > today + LONGEST_PAUSE:
            raise forms.ValidationError("Kies een dag binnen een half jaar.")
        return day


class SettingsForm(forms.Form):
    """Every event and every circle of one person, as it is now."""

    def __init__(self, person: Any, data: Any = None) -> None:
        super().__init__(data)
        self.events = events()
        self.circles = circles_of(person)
        chosen = {row.event: row for row in Preference.objects.filter(person=person)}
        stops = set(DigestStop.objects.filter(person=person).values_list("frequency", flat=True))
        rows = CircleLoudness.objects.filter(person=person).values_list("circle", "loudness")
        loud = dict(rows)
        for frequency in DIGESTS:
            self.fields[f"digest_{frequency}"] = forms.BooleanField(
                label=DIGEST_LABELS[frequency], required=False, initial=frequency not in stops
            )
        for event in self.events:
            self._add(event, chosen.get(event.key))
        for pk, name in self.circles:
            self.fields[f"circle_{pk}"] = forms.ChoiceField(
                label=name,
                choices=[(word.value, word.label) for word in Loudness],
                initial=loud.get(pk, Loudness.NORMAL.value),
            )

    def _add(self, event: Event, row: Preference | None) -> None:
        self.fields[f"site_{event.key}"] = forms.BooleanField(
            label=f"{event.label}: op de site",
            required=False,
            initial=row.site if row else event.site,
        )
        self.fields[f"mail_{event.key}"] = forms.ChoiceField(
            label=f"{event.label}: per mail",
            choices=[(f.value, f.label) for f in Frequency],
            initial=row.mail if row else event.mail.value,
        )

    def digest_fields(self) -> Iterator[forms.BoundField]:
        return (self[f"digest_{frequency}"] for frequency in DIGESTS)

    def groups(self) -> list[tuple[str, list[tuple[Event, forms.BoundField, forms.BoundField]]]]:
        """(heading, rows of event, field for the site, field for the mail)."""
        out: dict[str, list[Any]] = {}
        for event in self.events:
            row = (event, self[f"site_{event.key}"], self[f"mail_{event.key}"])
            out.setdefault(event.group, []).append(row)
        return list(out.items())

    def circle_fields(self) -> list[forms.BoundField]:
        return [self[f"circle_{pk}"] for pk, _ in self.circles]

    def plans(self) -> dict[str, Plan]:
        data = self.cleaned_data
        return {
            event.key: Plan(data[f"site_{event.key}"], Frequency(data[f"mail_{event.key}"]))
            for event in self.events
        }

    def loudness(self) -> dict[int, Loudness]:
        return {pk: Loudness(self.cleaned_data[f"circle_{pk}"]) for pk, _ in self.circles}

    def stopped(self) -> list[Frequency]:
        return [f for f in DIGESTS if not self.cleaned_data[f"digest_{f}"]]
