"""The entrance for a web server."""

import os

from django.conf import settings
from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "leerkring.site.settings")
application = get_wsgi_application()
assert settings.SECRET_KEY  # asking for an empty one stops here, not at the first visitor
