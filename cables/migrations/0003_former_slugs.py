import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cables', '0002_people'),
    ]

    operations = [
        migrations.DeleteModel(
            name='FormerSlug',
        ),
        migrations.DeleteModel(
            name='Settling',
        ),
        migrations.CreateModel(
            name='Settling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('finished', models.DateTimeField(help_text='UTC.')),
                ('state', models.CharField(help_text='Hash of the rules and corrections that were applied.', max_length=64)),
            ],
        ),
        migrations.AddField(
            model_name='person',
            name='sound',
            field=models.CharField(blank=True, db_index=True, help_text='Of the surname: alike for spellings of one foreign name, by people/sounds.py.', max_length=60),
        ),
        migrations.CreateModel(
            name='FormerSlug',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=200, unique=True)),
                ('surname', models.CharField(db_index=True, help_text='Of who was known by it.', max_length=120)),
                ('given', models.CharField(blank=True, max_length=120)),
                ('country_code', models.CharField(blank=True, max_length=2)),
                ('person', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='former_slugs', to='cables.person')),
            ],
        ),
    ]
