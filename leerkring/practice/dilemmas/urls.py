"""Addresses of this room."""

from django.urls import URLPattern

app_name = "dilemmas"
urlpatterns: list[URLPattern] = []
