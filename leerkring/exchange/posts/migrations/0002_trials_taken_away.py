"""A trial can be changed, and taken away."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("posts", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="trial",
            name="changed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="aangepast"),
        ),
        migrations.AddField(
            model_name="trial",
            name="removed_at",
            field=models.DateTimeField(blank=True, null=True, verbose_name="weggehaald"),
        ),
    ]
