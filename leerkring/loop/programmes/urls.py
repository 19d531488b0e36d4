"""Addresses of programmes."""

from django.urls import path

from leerkring.loop.programmes.views import intake, programmes, teams

app_name = "programmes"
urlpatterns = [
    path("programmas/", programmes.index, name="list"),
    path("programmas/nieuw/", programmes.new, name="new"),
    path("programmas/<int:pk>-<slug:slug>/invoer/", intake.upload, name="intake"),
    path(
        "programmas/<int:pk>-<slug:slug>/invoer/<int:draft_id>/",
        intake.preview,
        name="intake_preview",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/invoer/<int:draft_id>/bevestiging/",
        intake.confirm,
        name="intake_confirmation",
    ),
    path(
        "programmas/<int:pk>-<slug:slug>/teams/<slug:team>/nadruk/",
        teams.emphasis,
        name="emphasis",
    ),
    path("programmas/<int:pk>-<slug:slug>/teams/<slug:team>/planning/", teams.plan, name="plan"),
]
