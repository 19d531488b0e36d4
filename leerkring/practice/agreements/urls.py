"""Addresses of this room."""

from django.urls import path

from leerkring.practice.agreements.views import lists, making, pages, scoring

app_name = "agreements"
urlpatterns = [
    path("afspraken/", lists.index, name="list"),
    path("afspraken/nieuw/", making.new, name="new"),
    path("afspraken/<int:pk>/", pages.show, name="show"),
    path("afspraken/<int:pk>/bevestiging/", making.confirmation, name="confirmation"),
    path("afspraken/<int:pk>/einde/", making.ending, name="ending"),
    path("afspraken/<int:pk>/contactpersoon/", making.contact, name="contact"),
    path("afspraken/<int:pk>/beoordelen/", scoring.judging, name="judging"),
    path("afspraken/<int:pk>/<int:week>/antwoord/", scoring.reply, name="reply"),
    path("afspraken/<int:pk>/<int:week>/besproken/", scoring.settlement, name="settlement"),
]
