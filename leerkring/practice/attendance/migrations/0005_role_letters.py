from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("attendance", "0004_look_back_letters")]

    operations = [
        migrations.AlterField(
            model_name="letter",
            name="kind",
            field=models.CharField(
                choices=[
                    ("request", "uitnodiging"),
                    ("cancel", "afzegging"),
                    ("place", "plaats vrij"),
                    ("report", "verslag"),
                    ("effect", "vraag na zes weken"),
                    ("role", "wat je doet"),
                ],
                max_length=8,
            ),
        ),
    ]
