"""Addresses of this room."""

from typing import Any

app_name = "pulses"
urlpatterns: list[Any] = []
