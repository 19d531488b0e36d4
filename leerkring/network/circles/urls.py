"""Addresses of this room."""

from typing import Any

app_name = "circles"
urlpatterns: list[Any] = []
