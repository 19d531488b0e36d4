"""Addresses of this room."""

from typing import Any

app_name = "profiles"
urlpatterns: list[Any] = []
