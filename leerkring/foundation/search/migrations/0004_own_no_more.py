"""Who wrote something found it by a sign of their own, also after they went out of its circle. What
still bears such a sign is read again by the worker, as if its owner were gone.
"""

from typing import Any

from django.db import migrations

AGAIN = "UPDATE search_entry SET owned = {yes}, owner_id = NULL WHERE {bears}"
BEARS = {
    "postgresql": "lexemes @@ 'aperson:*'::tsquery",
    "sqlite": """id IN (SELECT rowid FROM search_words WHERE search_words MATCH '"aperson"*')""",
}
YES = {"postgresql": "true", "sqlite": "1"}


def have_read_again(apps: Any, editor: Any) -> None:
    vendor = editor.connection.vendor
    with editor.connection.cursor() as cursor:
        cursor.execute(AGAIN.format(yes=YES[vendor], bears=BEARS[vendor]))


class Migration(migrations.Migration):
    dependencies = [("search", "0003_signs_in_the_row")]

    operations = [migrations.RunPython(have_read_again, migrations.RunPython.noop)]
