"""What holds for every test, in whichever room."""

from collections.abc import Callable

import pytest
from django.apps import apps
from django.conf import settings
from django.core.cache import caches
from django.db import connection
from hypothesis import HealthCheck
from hypothesis import settings as examples

# No test is about time: on a busy machine drawing examples takes as long as it takes.
examples.register_profile("house", deadline=None, suppress_health_check=[HealthCheck.too_slow])
examples.load_profile("house")


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix: None) -> None:
    """On SQLite the tables come from the models, twenty seconds sooner than by the migrations.
    Those run on PostgreSQL, for the journeys and for the demo; search's lay what no model knows.
    """
    if connection.vendor == "sqlite":
        labels = {config.label for config in apps.get_app_configs()} - {"search"}
        settings.MIGRATION_MODULES = dict.fromkeys(labels)


@pytest.fixture(autouse=True)
def forget_tries() -> Callable[[], None]:
    """Counts of attempts live in the cache: no test inherits them, and one can forget its own."""

    def clear() -> None:
        for cache in caches.all(initialized_only=True):
            cache.clear()

    clear()
    return clear
