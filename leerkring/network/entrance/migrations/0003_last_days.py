"""What was revoked had its last day then: only from a last day counts how long a link is kept."""

from typing import Any

from django.db import migrations
from django.db.models import F, Q
from django.db.models.functions import TruncDate


def give_last_days(apps: Any, schema_editor: Any) -> None:
    links = apps.get_model("entrance", "InvitationLink").objects.annotate(
        last=TruncDate("revoked_at")
    )
    links.filter(revoked_at__isnull=False).filter(Q(until=None) | Q(until__gt=F("last"))).update(
        until=F("last")
    )


class Migration(migrations.Migration):
    dependencies = [("entrance", "0002_tally")]

    operations = [migrations.RunPython(give_last_days, migrations.RunPython.noop)]
