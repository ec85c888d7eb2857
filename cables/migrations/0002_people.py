import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('cables', '0001_initial'),
    ]

    operations = [
        migrations.DeleteModel(
            name='Mention',
        ),
        migrations.DeleteModel(
            name='Person',
        ),
        migrations.CreateModel(
            name='Person',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(help_text='Alice G. Wells; Lavrov, if that is all.', max_length=200)),
                ('slug', models.SlugField(max_length=200, unique=True)),
                ('sort_name', models.CharField(db_index=True, help_text='Wells, Alice G.', max_length=200)),
                ('aliases', models.JSONField(default=list, help_text='Other spellings, as printed.')),
                ('surname', models.CharField(db_index=True, help_text='Folded: wells.', max_length=120)),
                ('given', models.CharField(blank=True, help_text='Folded: alice g; empty if unknown.', max_length=120)),
                ('initial', models.CharField(db_index=True, help_text='A to Z, or # for the rest.', max_length=1)),
                ('search_key', models.TextField(help_text='Folded words of the name and its other spellings.')),
                ('titles', models.JSONField(default=list, help_text='[title as printed, first day, last day, mentions], the most frequent first.')),
                ('country_code', models.CharField(blank=True, help_text='Of the posts that name them most; the State TAGS code.', max_length=2)),
                ('country', models.CharField(blank=True, db_index=True, max_length=80)),
                ('first_created', models.DateField(help_text='Of the oldest cable that names them.', null=True)),
                ('last_created', models.DateField(help_text='Of the newest.', null=True)),
                ('cable_count', models.PositiveIntegerField(db_index=True, default=0)),
                ('mention_count', models.PositiveIntegerField(default=0)),
                ('is_classifier', models.BooleanField(default=False, help_text='Classified a cable.')),
                ('is_signer', models.BooleanField(default=False, help_text='Signed a cable.')),
                ('is_tagged', models.BooleanField(default=False, help_text='Stands in TAGS.')),
                ('is_mentioned', models.BooleanField(default=False, help_text='Stands in a text.')),
            ],
            options={
                'ordering': ('sort_name', 'slug'),
            },
        ),
        migrations.CreateModel(
            name='Settling',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('finished', models.DateTimeField(help_text='UTC.')),
            ],
        ),
        migrations.AddField(
            model_name='cable',
            name='withheld',
            field=models.JSONField(default=list, help_text='Names that previews and lists leave out, longest first.'),
        ),
        migrations.CreateModel(
            name='FormerSlug',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('slug', models.SlugField(max_length=200, unique=True)),
                ('person', models.ForeignKey(help_text='Whom it leads to now; null where no cable names them any more.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='former_slugs', to='cables.person')),
            ],
        ),
        migrations.CreateModel(
            name='WithheldName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('surname', models.CharField(help_text='Folded.', max_length=120)),
                ('given', models.CharField(blank=True, help_text='Folded.', max_length=120)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('surname', 'given'), name='one_withheld_name')],
            },
        ),
        migrations.CreateModel(
            name='Mention',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('role', models.CharField(choices=[('classified by', 'Classified By'), ('signer', 'Signer'), ('named in TAGS', 'Tagged'), ('mentioned', 'Mentioned')], max_length=20)),
                ('printed', models.CharField(help_text='The name as printed there.', max_length=200)),
                ('title', models.CharField(blank=True, help_text='Title or role as printed.', max_length=400)),
                ('rule', models.CharField(help_text='The rule that found it.', max_length=40)),
                ('start', models.PositiveIntegerField(help_text='Offset into the body, in characters.')),
                ('end', models.PositiveIntegerField(help_text='One past the last character.')),
                ('name', models.CharField(help_text='The fullest form that this cable gives.', max_length=200)),
                ('surname', models.CharField(help_text='Of that form, folded.', max_length=120)),
                ('given', models.CharField(blank=True, help_text='Likewise; empty if unknown.', max_length=120)),
                ('cable', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='cables.cable')),
                ('paragraph', models.ForeignKey(help_text='Null in a header.', null=True, on_delete=django.db.models.deletion.CASCADE, related_name='mentions', to='cables.paragraph')),
                ('person', models.ForeignKey(db_index=False, help_text='Null until it is settled who it is, and for good where the name is withheld.', null=True, on_delete=django.db.models.deletion.SET_NULL, related_name='mentions', to='cables.person')),
            ],
            options={
                'ordering': ('cable', 'start'),
                'indexes': [models.Index(fields=['person', 'cable'], name='mentions_of_a_person'), models.Index(fields=['surname', 'given'], name='mentions_of_a_name')],
            },
        ),
        migrations.CreateModel(
            name='ProtectedName',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('name', models.CharField(max_length=200)),
                ('surname', models.CharField(db_index=True, help_text='Folded.', max_length=120)),
                ('given', models.CharField(blank=True, help_text='Folded.', max_length=120)),
                ('cable', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='protected_names', to='cables.cable')),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('cable', 'surname', 'given'), name='one_protected_name_a_cable')],
            },
        ),
        migrations.CreateModel(
            name='Resemblance',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('reason', models.CharField(help_text='What speaks for it: the same name, ...', max_length=80)),
                ('other', models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, related_name='+', to='cables.person')),
                ('person', models.ForeignKey(db_index=False, on_delete=django.db.models.deletion.CASCADE, related_name='resemblances', to='cables.person')),
            ],
            options={
                'ordering': ('person', 'other__sort_name', 'other__slug'),
                'constraints': [models.UniqueConstraint(fields=('person', 'other'), name='one_resemblance_a_pair')],
            },
        ),
    ]
