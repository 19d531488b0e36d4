"""Addresses of themes. `beheer` is no theme's (see `queries.RESERVED`)."""

from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from leerkring.network.themes.views import desk, themes

app_name = "themes"
urlpatterns = [
    path("themas/", require_safe(themes.index), name="list"),
    path("themas/beheer/", require_safe(desk.index), name="desk"),
    path("themas/beheer/nieuw/", desk.new, name="new"),
    path("themas/beheer/<int:pk>/", desk.edit, name="edit"),
    path("themas/beheer/<int:pk>/samenvoegen/", desk.join, name="merge"),
    path("themas/<slug:slug>/", require_safe(themes.show), name="show"),
    path("themas/<slug:slug>/volgen/", require_POST(themes.follow_theme), name="follow"),
    path("themas/<slug:slug>/loslaten/", require_POST(themes.unfollow_theme), name="unfollow"),
]
