"""The site's own settings, with the demo on, a database of its own and nothing slow.

LEERKRING_TEST_DATABASE chooses the database: `sqlite:///:memory:` unless it says otherwise.
"""

import os
import tempfile

os.environ["LEERKRING_DEMO"] = "1"
os.environ["LEERKRING_DATABASE"] = os.environ.get("LEERKRING_TEST_DATABASE", "sqlite:///:memory:")
for name in ("DEBUG", "HTTPS", "HOSTS", "ORIGINS", "SECRET_KEY"):
    os.environ.pop(f"LEERKRING_{name}", None)

from leerkring.site.settings import *  # noqa: E402, F403

MEDIA = tempfile.TemporaryDirectory(prefix="leerkring-media-")  # goes when the process ends
MEDIA_ROOT = MEDIA.name
FILES = tempfile.TemporaryDirectory(prefix="leerkring-files-")
FILES_ROOT = FILES.name
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
# Counting of tries in the database is tested where it is; elsewhere it would only be slow.
MEMORY = CACHES["memory"]  # noqa: F405
CACHES = {"default": {**MEMORY, "LOCATION": "default"}, "memory": MEMORY}
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
MIDDLEWARE = [name for name in MIDDLEWARE if "whitenoise" not in name]  # noqa: F405  (no files)

# The demo wants its own file; the tests run it on PostgreSQL all the same. test_settings.py asks
# the check itself, silenced or not.
if os.environ["LEERKRING_DATABASE"].startswith("postgres"):
    SILENCED_SYSTEM_CHECKS = ["leerkring.E003"]
