from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("posts", "0003_longer_reasons")]

    operations = [
        migrations.AddField(
            model_name="attachment",
            name="held",
            field=models.BooleanField(default=False, verbose_name="wacht op de redactie"),
        ),
    ]
