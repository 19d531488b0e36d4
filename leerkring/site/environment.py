"""Reading settings from the environment; every name it is asked for is described in the docs."""

import os
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def text(name: str, default: str) -> str:
    return os.environ.get(f"LEERKRING_{name}", default)


def flag(name: str) -> bool:
    return text(name, "").lower() in {"1", "ja", "yes", "true", "on"}


def listed(name: str, default: str) -> list[str]:
    return [part.strip() for part in text(name, default).split(",") if part.strip()]


def database(url: str) -> dict[str, Any]:
    """Django's settings for `sqlite:///path` or `postgresql://user:password@host:port/name`."""
    parts = urlsplit(url)
    if parts.scheme == "sqlite":
        return _sqlite(parts.path)
    if parts.scheme not in {"postgresql", "postgres"}:
        raise ValueError(f"LEERKRING_DATABASE: onbekende soort database «{parts.scheme}».")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.lstrip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": unquote(parts.hostname or ""),
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        # For what is prepared, and nothing else is (foundation.statements): one plan a connection.
        "OPTIONS": {"prepare_threshold": 0, "options": "-c plan_cache_mode=force_generic_plan"},
    }


def _sqlite(path: str) -> dict[str, Any]:
    # WAL lets readers read on while one writes; IMMEDIATE takes the write lock at the start of a
    # transaction, so that two writers wait for each other instead of failing half-way.
    name = path.removeprefix("/") if path.startswith("//") or path == "/:memory:" else path
    if name != ":memory:":
        Path(name).parent.mkdir(parents=True, exist_ok=True)
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": name,
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 20,
            "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;",
        },
    }
