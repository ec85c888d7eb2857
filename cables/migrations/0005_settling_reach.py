from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cables', '0004_cable_indexes'),
    ]

    operations = [
        migrations.DeleteModel(
            name='Settling',
        ),
        migrations.CreateModel(
            name='Settling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('finished', models.DateTimeField(help_text='UTC.')),
                ('state', models.CharField(help_text='Hash of the rules and corrections that were applied.', max_length=64)),
                ('last_mention', models.BigIntegerField(help_text='Highest key of a mention that it reached.')),
                ('last_protected', models.BigIntegerField(help_text='Likewise of a protected name.')),
            ],
        ),
    ]
