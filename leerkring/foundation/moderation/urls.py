"""Addresses of this room."""

from typing import Any

app_name = "moderation"
urlpatterns: list[Any] = []
