"""Texts of which the themes are found by their words; what is in the index is read again once."""

from typing import Any

from django.db import migrations, models
from django.utils import timezone


def read_again(apps: Any, schema_editor: Any) -> None:
    if apps.get_model("themes", "ThemeName").objects.exists():
        apps.get_model("themes", "NewNames").objects.create(at=timezone.now())


class Migration(migrations.Migration):
    dependencies = [("themes", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name="NewNames",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("at", models.DateTimeField()),
            ],
            options={"ordering": ["at"]},
        ),
        migrations.RunPython(read_again, migrations.RunPython.noop),
    ]
