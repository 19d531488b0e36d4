"""Addresses of this room."""

from typing import Any

app_name = "search"
urlpatterns: list[Any] = []
