"""Addresses of this room."""

from django.urls import path

from leerkring.foundation.notifications.views import notices, settings, unsubscribe

app_name = "notifications"
urlpatterns = [
    path("meldingen/", notices.list_all, name="list"),
    path("meldingen/gelezen/", notices.read_everything, name="reading_all"),
    path("meldingen/instellingen/", settings.choose, name="settings"),
    path("meldingen/instellingen/weer-mail/", settings.send_again, name="mail_again"),
    path("meldingen/<int:pk>/", notices.open_one, name="notice"),
    path("meldingen/<int:pk>/gelezen/", notices.read_one, name="reading"),
    path("afmelden/<str:token>/", unsubscribe.unsubscribe, name="unsubscribe"),
]
