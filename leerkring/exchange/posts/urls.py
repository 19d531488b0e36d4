"""Addresses of this room."""

from typing import Any

app_name = "posts"
urlpatterns: list[Any] = []
