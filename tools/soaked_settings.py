"""The site as it is soaked: as people get it, but nothing has to be collected first."""

from leerkring.site.settings import *  # noqa: F403
from leerkring.site.settings import STORAGES as USUAL

STORAGES = {
    **USUAL,
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
