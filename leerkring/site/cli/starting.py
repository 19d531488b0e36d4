"""Waking Django up for a command, with everything that stands in the way said in Dutch."""

import os


class CannotStart(Exception):
    """`messages` are Dutch sentences."""

    def __init__(self, *messages: str) -> None:
        self.messages = messages
        super().__init__("\n".join(messages))


def load() -> None:
    """Load the settings and the rooms. Raises CannotStart."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except (ValueError, ImproperlyConfigured) as error:
        raise CannotStart(str(error)) from error
    except OSError as error:
        raise CannotStart(f"«{error.filename}» kan niet worden gemaakt of gelezen.") from error


def wake(*, demo: bool = False) -> None:
    """Load all for a site that will serve or change something: with the checks. CannotStart."""
    if demo:
        os.environ["LEERKRING_DEMO"] = "1"
    load()
    from django.conf import settings
    from django.core.checks import ERROR, run_checks

    if not settings._wrapped.SECRET_KEY:  # asking settings itself for an empty one is an error
        raise CannotStart(
            "LEERKRING_SECRET_KEY ontbreekt: een lange, willekeurige tekst die geheim blijft. "
            "Alleen rondkijken? Dan kan het zonder, met --demo."
        )
    wrong = [check for check in run_checks() if check.level >= ERROR and not check.is_silenced()]
    if wrong:
        raise CannotStart(*(f"{check.msg} ({check.id})" for check in wrong))


def database_is_ready() -> bool:
    """Whether there is a database with all tables of this version."""
    from django.db import DatabaseError, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
    except DatabaseError:
        return False
    return not executor.migration_plan(executor.loader.graph.leaf_nodes())
