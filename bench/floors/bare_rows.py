"""The least that a page with twenty rows costs in Django: the site's own server, middleware and
sign-in, one query, and a template without anything around it.

GET /kaal/
"""

import os

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")
django.setup()

from django.conf import settings  # noqa: E402  (the models below ask for settings)
from django.contrib.auth.decorators import login_required  # noqa: E402
from django.core.handlers.wsgi import WSGIHandler  # noqa: E402
from django.http import HttpRequest, HttpResponse  # noqa: E402
from django.template import engines  # noqa: E402
from django.urls import include, path  # noqa: E402

from leerkring.exchange.posts.models import Post  # noqa: E402

ROWS = 20
PAGE = engines["django"].from_string("""<!DOCTYPE html><html lang="nl"><head><title>Blogs</title>
</head><body><ol>{% for post in posts %}<li><h2><a href="/blogs/{{ post.pk }}-{{ post.slug }}/">
{{ post.title }}</a></h2><p>{{ post.lead }}</p><p>{{ post.author.name }}
<time datetime="{{ post.published_at|date:'c' }}">{{ post.published_at|date }}</time></p></li>
{% endfor %}</ol></body></html>""")


@login_required
def rows(request: HttpRequest) -> HttpResponse:
    posts = Post.objects.filter(kind="blog", published_at__isnull=False).select_related("author")
    newest = posts.defer("content").order_by("-published_at", "-pk")[:ROWS]
    return HttpResponse(PAGE.render({"posts": newest}, request))


urlpatterns = [path("kaal/", rows), path("", include("leerkring.site.urls"))]
settings.ROOT_URLCONF = __name__
application = WSGIHandler()
