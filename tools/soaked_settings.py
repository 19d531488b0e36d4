"""The site as it is soaked: as people get it, but nothing has to be collected first.

With SOAK_TABLES=models its tables come on SQLite from the models and not by every
migration there ever was, twenty seconds sooner; search's lay what no model knows.
"""

import os

from leerkring.site.settings import *  # noqa: F403
from leerkring.site.settings import DATABASES
from leerkring.site.settings import STORAGES as USUAL

STORAGES = {
    **USUAL,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}


class AsTheModels(dict[str, None]):
    """Of every room but search, that it has no migrations."""

    def __contains__(self, label: object) -> bool:
        return label != "search"

    def __missing__(self, label: str) -> None:
        return None


if os.environ.get("SOAK_TABLES") == "models" and "sqlite" in DATABASES["default"]["ENGINE"]:
    MIGRATION_MODULES = AsTheModels()
