"""What this room does by itself: read again what belonged to somebody who was forgotten, and once
a day forget words that stand nowhere any more and put in what was left out.
"""

from datetime import datetime

from django.apps import apps
from django.core.cache import cache

from leerkring.foundation.search.actions import index, read_left_out
from leerkring.foundation.search.models import Entry
from leerkring.foundation.search.vocabulary import forget_unused

AT_ONCE = 200
A_DAY = 86_400


def run_due(now: datetime) -> str:
    """An entry whose owner is gone: the thing may be gone too, or have another name on it."""
    if cache.add("search:unused", True, A_DAY):
        forget_unused()
        read_left_out()
    orphaned = list(Entry.objects.filter(owned=True, owner=None).order_by("id")[:AT_ONCE])
    for entry in orphaned:
        model = apps.get_model(entry.about)
        thing = model._default_manager.filter(pk=entry.about_id).first()
        Entry.objects.filter(pk=entry.pk).update(owned=False)
        if thing is None:
            entry.delete()
        else:
            index(thing)
    return f"{len(orphaned)} vermeldingen opnieuw gelezen." if orphaned else ""
