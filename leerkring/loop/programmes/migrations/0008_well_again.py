from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('programmes', '0007_week_replies'),
    ]

    operations = [
        migrations.AddField(
            model_name='planrequest',
            name='was_free_at',
            field=models.JSONField(default=list),
        ),
    ]
