"""What a pulse is around stands in `about` and `about_id` alone."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("pulses", "0002_subjects")]

    operations = [
        migrations.RemoveField("pulse", "session"),
        migrations.AlterField("pulse", "about", models.CharField(max_length=60)),
        migrations.AlterField("pulse", "about_id", models.PositiveBigIntegerField()),
        migrations.AlterField("pulse", "title", models.CharField(max_length=160)),
        migrations.AddConstraint(
            "pulse",
            models.UniqueConstraint(
                fields=["about", "about_id", "kind", "number"], name="each_pulse_once"
            ),
        ),
    ]
