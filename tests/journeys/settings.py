"""The site as a browser meets it in a journey: a database, files and mail in one folder of its own.

LEERKRING_JOURNEY names that folder; `conftest.py` makes it and removes it.
"""

import os
from pathlib import Path

STAGE = Path(os.environ["LEERKRING_JOURNEY"])
os.environ["LEERKRING_DEMO"] = "1"
os.environ["LEERKRING_DATABASE"] = f"sqlite://{STAGE / 'journeys.sqlite3'}"

from leerkring.site.settings import *  # noqa: E402, F403

MEDIA_ROOT = STAGE / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_USE_FINDERS = WHITENOISE_AUTOREFRESH = True  # nothing to collect first
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
EMAIL_FILE_PATH = STAGE / "mail"
