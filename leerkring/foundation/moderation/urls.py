"""Addresses of this room."""

from django.urls import path

from leerkring.foundation.moderation.views import cases, flags, redactions, rulings

app_name = "moderation"
urlpatterns = [
    path("melden/", flags.own, name="own"),
    path("melden/<str:about>/<str:about_id>/", flags.flag_it, name="flag"),
    path("modereren/", cases.queue, name="queue"),
    path("modereren/<str:about>/<str:about_id>/", cases.case, name="case"),
    path("modereren/<str:about>/<str:about_id>/passage/", redactions.redaction, name="redaction"),
    path("besluiten/<int:pk>/", rulings.ruling, name="ruling"),
]
