"""Settings. Minimal for now; the environment overrides what an installation may choose."""

SECRET_KEY = "not-a-secret-yet"  # noqa: S105
INSTALLED_APPS: list[str] = []
USE_TZ = True
DATABASES = {"default": {"ENGINE": "django.db.backends.sqlite3", "NAME": ":memory:"}}
