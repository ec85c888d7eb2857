from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cables', '0005_settling_reach'),
    ]

    operations = [
        migrations.AlterField(
            model_name='person',
            name='country',
            field=models.CharField(blank=True, max_length=80),
        ),
        migrations.AlterField(
            model_name='person',
            name='sound',
            field=models.CharField(blank=True, help_text='Of the surname: alike for spellings of one foreign name, by people/sounds.py.', max_length=60),
        ),
        migrations.AlterField(
            model_name='person',
            name='surname',
            field=models.CharField(help_text='Folded: wells.', max_length=120),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['surname', 'given', 'slug'], name='people_in_order'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['country', 'surname', 'given', 'slug'], name='people_of_a_country'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(condition=models.Q(('is_classifier', True)), fields=['surname', 'given', 'slug'], name='classifiers_in_order'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(condition=models.Q(('is_signer', True)), fields=['surname', 'given', 'slug'], name='signers_in_order'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(condition=models.Q(('is_tagged', True)), fields=['surname', 'given', 'slug'], name='tagged_in_order'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(condition=models.Q(('is_mentioned', True)), fields=['surname', 'given', 'slug'], name='mentioned_in_order'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['surname', '-cable_count'], name='most_named_by_surname'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['given', '-cable_count'], name='most_named_by_given'),
        ),
        migrations.AddIndex(
            model_name='person',
            index=models.Index(fields=['sound', '-cable_count'], name='most_named_by_sound'),
        ),
    ]
