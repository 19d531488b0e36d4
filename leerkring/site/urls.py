"""Every address of the house: composed pages here, the rest in the room that owns them."""

from django.conf import settings
from django.urls import include, path

from leerkring.loop.programmes.views import session
from leerkring.site.views import (
    city,
    home,
    leaving,
    meeting,
    mine,
    own_data,
    programme,
    statements,
    team,
)

urlpatterns = [
    # First, for they are asked most: by a thousand phones at once.
    path("", include("leerkring.practice.answering.urls")),
    path("", include("leerkring.practice.boards.urls")),
    path("", home.home, name="home"),
    # Then what members open most: an address is looked for in this order.
    path("", include("leerkring.foundation.search.urls")),
    path("", include("leerkring.exchange.questions.urls")),
    path("", include("leerkring.exchange.posts.urls")),
    path("", include("leerkring.network.circles.urls")),
    path("", include("leerkring.network.profiles.urls")),
    path("", include("leerkring.network.themes.urls")),
    path("", include("leerkring.foundation.notifications.urls")),
    path("", include("leerkring.foundation.remarks.urls")),
    path("over/", home.about, name="about"),
    path("ik/", mine.show, name="mine"),
    path("privacy/", statements.privacy, name="privacy"),
    path("privacy/ik/", own_data.show, name="own_data"),
    path("privacy/ik/uitvoer/", own_data.export, name="own_data_export"),
    path("privacy/ik/uitvoer/<uuid:number>/", own_data.file, name="own_data_file"),
    path("privacy/ik/vertrek/", leaving.choose, name="own_data_leaving"),
    path("privacy/ik/vertrek/code/", leaving.code, name="own_data_code"),
    path("privacy/ik/blijven/", own_data.staying, name="own_data_staying"),
    path("toegankelijkheid/", statements.accessibility, name="accessibility"),
    path("programmas/<int:pk>-<slug:slug>/", programme.show, name="programme"),
    path("programmas/<int:pk>-<slug:slug>/stad/", city.show, name="city"),
    path("programmas/<int:pk>-<slug:slug>/teams/<slug:team>/", team.show, name="team"),
    path("sessies/<int:session_id>/", session.show, name="session"),
    path("bijeenkomsten/<int:pk>-<slug:slug>/", meeting.show, name="meeting"),
    path("", include("leerkring.loop.programmes.urls")),
    path("", include("leerkring.loop.newspapers.urls")),
    path("", include("leerkring.loop.advice.urls")),
    path("", include("leerkring.practice.gatherings.urls")),
    path("", include("leerkring.practice.reports.urls")),
    path("", include("leerkring.practice.attendance.urls")),
    path("", include("leerkring.practice.meetings.urls")),
    path("", include("leerkring.practice.pulses.urls")),
    path("", include("leerkring.practice.agreements.urls")),
    path("", include("leerkring.practice.commitments.urls")),
    path("", include("leerkring.practice.dilemmas.urls")),
    path("", include("leerkring.foundation.calendar.urls")),
    path("", include("leerkring.practice.instruments.urls")),
    path("", include("leerkring.network.entrance.urls")),
    path("", include("leerkring.foundation.moderation.urls")),
    path("huisstijl/", include("leerkring.foundation.design.urls")),
    path("account/", include("leerkring.site.account_urls")),
]
if settings.DEMO:
    urlpatterns.append(path("demo/", include("leerkring.site.demo.urls")))
