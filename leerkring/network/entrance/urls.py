"""Addresses of this room."""

from typing import Any

app_name = "entrance"
urlpatterns: list[Any] = []
