"""What is handed over, and keys."""

import uuid

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("questions", "0001_initial")]

    operations = [
        migrations.CreateModel(
            name='Handover',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('title', models.CharField(max_length=150)),
                ('text', models.TextField(blank=True, max_length=8000)),
                ('key', models.CharField(max_length=64, unique=True)),
                ('day', models.DateField()),
                ('remark', models.CharField(blank=True, max_length=500, verbose_name='wat moet er anders?')),
                ('is_told', models.BooleanField(default=False)),
                ('circle', models.ForeignKey(null=True, on_delete=django.db.models.deletion.CASCADE, related_name='handovers', to='circles.circle')),
            ],
            options={
                'ordering': ['day', 'pk'],
            },
        ),
        migrations.CreateModel(
            name='Key',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=64, unique=True)),
                ('question', models.OneToOneField(on_delete=django.db.models.deletion.CASCADE, related_name='key', to='questions.question')),
            ],
        ),
        migrations.CreateModel(
            name='Word',
            fields=[
                ('id', models.UUIDField(default=uuid.uuid4, editable=False, primary_key=True, serialize=False)),
                ('text', models.TextField(max_length=2000)),
                ('day', models.DateField()),
                ('is_told', models.BooleanField(default=False)),
                ('question', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='words', to='questions.question')),
            ],
            options={
                'ordering': ['day', 'pk'],
            },
        ),
    ]
