"""What happens by itself: the `tasks.py` of every room, each on its own."""

import logging
from collections.abc import Iterator
from datetime import datetime
from importlib import import_module
from types import ModuleType

from django.apps import apps
from django.utils.module_loading import module_has_submodule

log = logging.getLogger(__name__)


def rooms_with_tasks() -> Iterator[ModuleType]:
    for app in apps.get_app_configs():
        if app.name.startswith("leerkring.") and module_has_submodule(app.module, "tasks"):
            yield import_module(f"{app.name}.tasks")


def do_what_is_due(now: datetime) -> Iterator[str]:
    """Run every room's `run_due(now)`; yields what each has to tell, in a Dutch sentence.

    One that fails does not keep the others from their work: it is written down, and tried again
    the next time.
    """
    for tasks in rooms_with_tasks():
        try:
            told = tasks.run_due(now)
        except Exception:
            log.exception("%s is niet gelukt", tasks.__name__)
        else:
            if told:
                yield told
