"""Addresses of papers."""

from django.urls import path

from leerkring.loop.newspapers.views import city, desk, papers

app_name = "newspapers"
urlpatterns = [
    path("wijkkranten/", papers.index, name="list"),
    path("wijkkranten/<int:pk>-<slug:slug>/", papers.show, name="paper"),
    path("wijkkranten/<int:pk>-<slug:slug>.pdf", papers.pdf, name="pdf"),
    path("wijkkranten/<int:pk>/foto.jpg", papers.photo, name="photo"),
    path("wijkkranten/redactie/<int:pk>/", desk.show, name="desk"),
    path("wijkkranten/redactie/<int:pk>/proef.pdf", desk.proof, name="proof"),
    path("wijkkranten/redactie/<int:pk>/akkoord/", desk.approve, name="approval"),
    path("wijkkranten/redactie/<int:pk>/publicatie/", desk.publish, name="publication"),
    path("programmas/<int:pk>-<slug:slug>/teams/<slug:team>/krant/", desk.begin, name="beginning"),
    path("programmas/<int:pk>-<slug:slug>/stadskrant/", city.publish, name="city_publication"),
]
