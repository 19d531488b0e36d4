"""On PostgreSQL the signs of an entry stay in its row: the newest are looked at one by one, and to
fetch each from beside the table costs more than to look.

What was written before moves in when it is written again.
"""

from typing import Any

from django.db import migrations

BESIDE = "ALTER TABLE search_entry RESET (toast_tuple_target)"
INSIDE = "ALTER TABLE search_entry SET (toast_tuple_target = 8160)"  # the most that fits a page


def keep_inside(apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(INSIDE)


def keep_beside(apps: Any, editor: Any) -> None:
    if editor.connection.vendor == "postgresql":
        editor.execute(BESIDE)


class Migration(migrations.Migration):
    dependencies = [("search", "0002_words")]

    operations = [migrations.RunPython(keep_inside, keep_beside)]
