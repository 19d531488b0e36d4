import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dilemmas", "0001_initial"),
        ("meetings", "0003_from_tables_and_links"),
    ]

    operations = [
        migrations.CreateModel(
            name="Raised",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("told_at", models.DateTimeField(blank=True, null=True)),
                ("passed_on_at", models.DateTimeField(blank=True, null=True)),
                (
                    "dilemma",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="raised",
                        to="dilemmas.dilemma",
                    ),
                ),
                (
                    "meeting",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="raised",
                        to="meetings.meeting",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("passed_on_at", None)),
                        fields=["meeting"],
                        name="dilemmas_to_pass_on",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("meeting", "dilemma"), name="raised_once_at_a_meeting"
                    )
                ],
            },
        ),
    ]
