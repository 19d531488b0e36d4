"""A pulse is around a row of any registered model; those there are, are around a session.

What people tapped in a pulse that is closed is thrown away, as they were told.
"""

import django.db.models.deletion
from django.db import migrations, models


def name_subjects(apps, schema_editor):
    for pulse in apps.get_model("pulses", "Pulse").objects.select_related("session__team"):
        pulse.about, pulse.about_id = "gatherings.session", pulse.session_id
        pulse.title = f"sessie van {pulse.session.team.name}"[:160]
        pulse.save(update_fields=["about", "about_id", "title"])


def forget_answers(apps, schema_editor):
    pulses = apps.get_model("pulses", "Pulse").objects.filter(round__closing__isnull=False)
    responses = apps.get_model("scans", "Response").objects
    responses.filter(round__in=pulses.values("round")).delete()


def stand_alone(apps, schema_editor):
    """An open pulse of before is about a team; from now on its people stand as one group."""
    rounds = apps.get_model("pulses", "Pulse").objects.filter(round__closing=None).values("round")
    for name in ("Invitation", "Response"):
        apps.get_model("scans", name).objects.filter(round__in=rounds).update(team=None)


def back(apps, schema_editor):
    pulses = apps.get_model("pulses", "Pulse").objects
    pulses.exclude(about="gatherings.session").delete()
    for pulse in pulses.all():
        pulse.session_id = pulse.about_id
        pulse.save(update_fields=["session_id"])


class Migration(migrations.Migration):
    dependencies = [
        ("gatherings", "0001_initial"),
        ("pulses", "0001_initial"),
        ("scans", "0003_group_rounds"),
    ]

    operations = [
        migrations.AddField("pulse", "about", models.CharField(max_length=60, default="")),
        migrations.AddField("pulse", "about_id", models.PositiveBigIntegerField(default=0)),
        migrations.AddField("pulse", "title", models.CharField(max_length=160, default="")),
        migrations.AddField("pulse", "number", models.PositiveSmallIntegerField(default=1)),
        migrations.RemoveConstraint("pulse", "each_pulse_once_a_session"),
        migrations.AlterField(
            "pulse",
            "session",
            models.ForeignKey(
                "gatherings.session",
                null=True,
                on_delete=django.db.models.deletion.CASCADE,
                related_name="pulses",
            ),
        ),
        migrations.RunPython(name_subjects, back),
        migrations.RunPython(forget_answers, migrations.RunPython.noop),
        migrations.RunPython(stand_alone, migrations.RunPython.noop),
    ]
