"""Addresses of this room."""

from typing import Any

app_name = "calendar"
urlpatterns: list[Any] = []
