"""Addresses of people."""

from django.urls import path

from leerkring.network.profiles.views import directory, employer, own, photos

app_name = "profiles"
urlpatterns = [
    path("deelnemers/", directory.index, name="list"),
    path("deelnemers/ik/", own.edit, name="own"),
    path("deelnemers/ik/voorbeeld/", own.look, name="preview"),
    path("deelnemers/ik/werkgever/", employer.change, name="employer"),
    path("deelnemers/<int:person_id>-<slug:slug>/", directory.show, name="show"),
    path("deelnemers/<int:person_id>-<slug:slug>/foto/", photos.photo, name="photo"),
]
