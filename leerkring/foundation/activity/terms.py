"""How long a line of the record stays."""

from datetime import timedelta

from django.db.models import Q

TWO_YEARS = timedelta(days=730)

# What left the house stays told of as long as there is what it was taken from: who asks for the
# next file, and who wonders about an old one, reads it there (docs/decisions/0010-exports.md).
LASTING = Q(verb="programmes.exported")
