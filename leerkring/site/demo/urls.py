"""Addresses of the demo."""

from django.urls import path

from leerkring.site.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.cast, name="cast"),
    path("vragenlijst/", views.answer, name="answering"),
    path("<slug:key>/", views.step_in, name="stepping_in"),
]
