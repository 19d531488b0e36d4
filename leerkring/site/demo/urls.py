"""Addresses of the demo."""

from django.urls import path

from leerkring.site.demo import views

app_name = "demo"
urlpatterns = [
    path("", views.cast, name="cast"),
    path("vragenlijst/", views.answer, name="answering"),
    path("post/", views.post, name="post"),
    path("post/maandag/", views.make_it_monday, name="monday"),
    path("post/<slug:key>/", views.postbox, name="postbox"),
    path("post/<slug:key>/<slug:name>/", views.letter, name="letter"),
    path("post/<slug:key>/<slug:name>/opgemaakt/", views.letter_html, name="letter_html"),
    path("<slug:key>/", views.step_in, name="stepping_in"),
]
