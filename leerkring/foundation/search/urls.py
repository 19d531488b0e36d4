"""Addresses of this room."""

from django.urls import path

from leerkring.foundation.search.views import search, synonyms

app_name = "search"
urlpatterns = [
    path("zoeken/", search.show, name="show"),
    path("zoeken/synoniemen/", synonyms.groups, name="synonyms"),
    path("zoeken/synoniemen/<int:pk>/", synonyms.groups, name="synonym"),
    path("zoeken/synoniemen/<int:pk>/weg/", synonyms.drop, name="synonym_gone"),
]
