"""What somebody fills in behind the link of a mail about a week."""

from typing import Any

from django import forms
from django.utils import timezone

from leerkring.loop.programmes.models import WeekReply
from leerkring.loop.programmes.week_link_queries import Asked


class WeekReplyForm(forms.Form):
    """Yes or no to each moment that is still to come; `wanted` is what the link said."""

    def __init__(self, *args: Any, asked: Asked, wanted: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        now = timezone.now()
        coming = [moment for moment in asked.moments if moment.starts > now]
        chosen = wanted if wanted in WeekReply.Says.values and len(coming) == 1 else ""
        for moment in coming:
            local = timezone.localtime(moment.starts)
            self.fields[moment.key] = forms.ChoiceField(
                label=f"Kun je op {local:%d-%m} om {local:%H.%M} uur?",
                choices=WeekReply.Says.choices,
                widget=forms.RadioSelect,
                required=len(coming) == 1,
                initial=chosen or moment.says,
            )
