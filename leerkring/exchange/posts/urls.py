"""Addresses of posts: lists and pages per kind, and where they are written."""

from typing import Any

from django.urls import path, register_converter

from leerkring.exchange.posts.kinds import BY_SLUG, Kind
from leerkring.exchange.posts.views import (
    desk,
    feeds,
    lists,
    pages,
    publishing,
    reviews,
    trials,
    versions,
)


class KindConverter:
    """`blogs` in an address is the kind of that name."""

    regex = "|".join(BY_SLUG)

    def to_python(self, value: str) -> Kind:
        return BY_SLUG[value]

    def to_url(self, value: Any) -> str:
        return value.slug if isinstance(value, Kind) else str(value)


register_converter(KindConverter, "post_kind")

app_name = "posts"
urlpatterns = [
    path("<post_kind:kind>/", lists.index, name="list"),
    path("<post_kind:kind>/feed.atom", feeds.atom, name="feed"),
    path("<post_kind:kind>/nieuw/", desk.new, name="new"),
    path("<post_kind:kind>/<int:pk>-<slug:slug>/", pages.show, name="show"),
    path("stukken/<int:pk>/bestanden/<uuid:file_id>/", pages.file, name="file"),
    path("stukken/<int:pk>/geprobeerd/", trials.new, name="trial"),
    path("stukken/geprobeerd/<int:pk>/", trials.change, name="trial_change"),
    path("stukken/geprobeerd/<int:pk>/weghalen/", trials.end, name="trial_end"),
    path("stukken/<int:pk>/versies/", versions.index, name="versions"),
    path("stukken/<int:pk>/weghalen/", versions.redaction, name="redaction"),
    path("stukken/<int:pk>/intrekking/", publishing.retraction, name="retraction"),
    path("schrijven/", desk.mine, name="mine"),
    path("schrijven/<int:pk>/", desk.show, name="desk"),
    path("schrijven/<int:pk>/uitbrengen/", publishing.publication, name="publication"),
    path("schrijven/<int:pk>/terughalen/", publishing.taking_back, name="taking_back"),
    path("schrijven/<int:pk>/weggooien/", publishing.throwing_away, name="throwing_away"),
    path("schrijven/<int:pk>/actueel/", publishing.still_current, name="still_current"),
    path("schrijven/<int:pk>/opgelost/", publishing.solved, name="solved"),
    path("redactie/", reviews.index, name="reviews"),
    path("redactie/<int:pk>/", reviews.show, name="review"),
]
