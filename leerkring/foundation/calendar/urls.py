"""Addresses of this room."""

from django.urls import path

from leerkring.foundation.calendar.views import feeds, pages, subscribing

app_name = "calendar"
urlpatterns = [
    path("kalender/", pages.coming, name="list"),
    path("kalender/<int:year>/<int:month>/", pages.month, name="month"),
    path("kalender/abonneren/", subscribing.subscribe, name="subscribe"),
    path("kalender/abonneren/einde/", subscribing.unsubscribe, name="unsubscribe"),
    path("kalender/openbaar.ics", feeds.public, name="public_feed"),
    path("kalender/kring/<int:circle>.ics", feeds.of_circle, name="circle_feed"),
    path("kalender/feed/<str:token>.ics", feeds.own, name="feed"),
    path("kalender/feed/<str:token>/kring/<int:circle>.ics", feeds.own, name="own_circle_feed"),
]
