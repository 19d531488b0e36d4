"""Addresses of this room."""

from django.urls import path

from leerkring.practice.dilemmas.views import deciding, lists, pages, putting

app_name = "dilemmas"
urlpatterns = [
    path("dilemmas/", lists.index, name="list"),
    path("dilemmas/nieuw/", putting.new, name="new"),
    path("dilemmas/<int:pk>-<slug:slug>/", pages.show, name="show"),
    path("dilemmas/<int:pk>/bewerken/", putting.edit, name="edit"),
    path("dilemmas/<int:pk>/ervaring/", pages.telling, name="telling"),
    path("dilemmas/<int:pk>/terug/", deciding.outing, name="outing"),
    path("dilemmas/<int:pk>/afsluiten/", deciding.closing, name="closing"),
    path("dilemmas/<int:pk>/opening/", deciding.opening, name="opening"),
    path("dilemmas/<int:pk>/weghalen/", deciding.retraction, name="retraction"),
    path(
        "dilemmas/ervaringen/<int:pk>/weghalen/",
        deciding.experience_retraction,
        name="experience_retraction",
    ),
]
