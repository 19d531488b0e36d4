"""What a country asks of Django, each in a process of its own; the last line is JSON.

python bench/parts/steps.py demo              the demo in an empty database, and a member
python bench/parts/steps.py country SIZES     the country on top of it
python bench/parts/steps.py ground            themes and a few people, without the demo
python bench/parts/steps.py told SIZES        a country in which people were told of posts
python bench/parts/steps.py waiting           what waits for the digest
python bench/parts/steps.py written           what became of it
"""

import json
import sys
from dataclasses import asdict
from typing import Any

import django


def demo() -> dict[str, Any]:
    from django.core.management import call_command
    from django.db import connection, transaction
    from parts.member import settle

    from leerkring.foundation.design.fonts import font_folder, make_fonts
    from leerkring.site.demo.city import build_city

    make_fonts(font_folder())
    call_command("migrate", verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    build_city()
    with transaction.atomic():
        ways = settle()
    with connection.cursor() as cursor:
        cursor.execute("ALTER SYSTEM SET autovacuum = off")  # it would count as ours
        cursor.execute("SELECT pg_reload_conf()")
        cursor.execute("VACUUM (ANALYZE)")
    return asdict(ways)


def country(sizes: str) -> dict[str, Any]:
    from parts.filling import fill
    from parts.sizes import Sizes

    filled = fill(Sizes(**json.loads(sizes)))
    return {"filling_seconds": filled["seconds"], **filled["rows"]}


def ground() -> dict[str, Any]:
    """Themes to write about, and people whose names a country is made of."""
    from django.core.management import call_command
    from django.db import connection

    from leerkring.network.people.models import Person
    from leerkring.network.themes.models import Theme
    from leerkring.network.themes.starter import STARTER_THEMES
    from leerkring.site.demo.content import demo_people

    call_command("migrate", verbosity=0)
    Theme.objects.bulk_create(
        Theme(name=theme.name, slug=f"thema-{number}")
        for number, theme in enumerate(STARTER_THEMES)
    )
    Person.objects.bulk_create(
        Person(email=f"p{number}@voorbeeld.invalid", name=person.name)
        for number, person in enumerate(demo_people())
    )
    with connection.cursor() as cursor:
        cursor.execute("ALTER SYSTEM SET autovacuum = off")  # it would count as ours
        cursor.execute("SELECT pg_reload_conf()")
    return {}


def told(sizes: str) -> dict[str, Any]:
    from parts.filling import fill
    from parts.sizes import Sizes

    without = ("questions_", "remarks_", "search_")
    filled = fill(Sizes(**json.loads(sizes)), without)
    return {"filling_seconds": filled["seconds"], **filled["rows"]}


def waiting() -> dict[str, int]:
    """People for whom anything waits for the weekly digest, and how much."""
    from leerkring.foundation.notifications.models import Delivery

    rows = Delivery.objects.waiting().filter(frequency="week")
    return {"people": rows.values("person").distinct().count(), "notices": rows.count()}


def written() -> dict[str, int]:
    """Mails of the digest that were taken, people with more than one, what they hold, and for how
    many people there was something left that they may see."""
    from django.db.models import Count

    from leerkring.foundation.notifications.models import Delivery, Mail

    weekly = Delivery.objects.filter(frequency="week")
    mails = Mail.objects.filter(kind="week", handed_over_at__isnull=False)
    per_person = Mail.objects.filter(kind="week").values("person").annotate(n=Count("pk"))
    return {
        "mails": mails.count(),
        "twice": per_person.filter(n__gt=1).count(),
        "held": weekly.filter(mail__in=mails).count(),
        "dropped": weekly.filter(dropped_at__isnull=False).count(),
        "told": weekly.filter(dropped_at=None).values("person").distinct().count(),
    }


if __name__ == "__main__":
    django.setup()
    print(json.dumps(globals()[sys.argv[1]](*sys.argv[2:])))
