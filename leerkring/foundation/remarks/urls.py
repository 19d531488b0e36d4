"""Addresses of this room."""

from typing import Any

app_name = "remarks"
urlpatterns: list[Any] = []
