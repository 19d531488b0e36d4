"""The demo signs anyone in with one click. It refuses to start where that could do harm."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error, Tags, register

LOOPBACK = {"127.0.0.1", "localhost", "[::1]", "testserver"}


@register(Tags.security)
def demo_stays_at_home(app_configs: Any, **kwargs: Any) -> list[CheckMessage]:
    """Demo mode only on the embedded database and only for this machine itself."""
    faults: list[CheckMessage] = []
    if not settings.DEMO:
        faults.append(Error("De demo is geïnstalleerd buiten demomodus.", id="leerkring.E001"))
    if set(settings.ALLOWED_HOSTS) - LOOPBACK:
        faults.append(
            Error(
                "De demo mag alleen op dit apparaat zelf te bereiken zijn: haal de andere namen "
                "uit LEERKRING_HOSTS.",
                id="leerkring.E002",
            )
        )
    if not is_own_database(settings.DATABASES["default"], settings.VAR):
        faults.append(
            Error(
                "De demo werkt alleen in haar eigen bestand. Haal LEERKRING_DATABASE weg; andere "
                "gegevens blijven zo buiten bereik.",
                id="leerkring.E003",
            )
        )
    return faults


def is_own_database(database: Mapping[str, Any], var: Path) -> bool:
    """Whether this is a file of SQLite in the folder of this installation, or only in memory."""
    name = str(database["NAME"])
    if not str(database["ENGINE"]).endswith(".sqlite3"):
        return False
    if name == ":memory:" or "mode=memory" in name:
        return True
    return Path(name).resolve().is_relative_to(var.resolve())
