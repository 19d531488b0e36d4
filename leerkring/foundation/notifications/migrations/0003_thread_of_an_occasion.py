from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("notifications", "0002_mailbox_and_own_words")]

    operations = [
        migrations.AddIndex(
            model_name="occasion",
            index=models.Index(fields=["thread"], name="occasion_thread"),
        ),
    ]
