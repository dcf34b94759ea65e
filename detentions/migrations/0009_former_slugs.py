import hashlib

from django.db import migrations, models

# Kinds of record with a slug in their address, and their history.
HISTORIES = {
    'cities': 'HistoricalCity',
    'regions': 'HistoricalRegion',
    'organisations': 'HistoricalOrganisation',
    'events': 'HistoricalEvent',
}


def remember_slugs(apps, schema_editor):
    """Keep the digest of the slug of each record that was withdrawn before there was a place for it."""
    changes = apps.get_model('detentions', 'Change').objects.order_by('version')
    former = apps.get_model('detentions', 'FormerSlug').objects
    for kind, history in HISTORIES.items():
        last = dict(changes.filter(kind=kind).values_list('record_id', 'action'))
        gone = [pk for pk, action in last.items() if action in ('withdrawn', 'merged')]
        rows = apps.get_model('detentions', history).objects.order_by('history_date', 'history_id')
        if kind == 'events':
            rows = rows.filter(state='published')
        for start in range(0, len(gone), 500):
            named = rows.filter(id__in=gone[start:start + 500]).values_list('slug', 'id')
            for slug, pk in dict(named).items():
                digest = hashlib.sha256(slug.encode()).hexdigest()
                former.update_or_create(kind=kind, digest=digest, defaults={'record_id': pk})


def date_publication(apps, schema_editor):
    """Leave out withdrawals, which counted as publications until now."""
    shown = apps.get_model('detentions', 'Change').objects.filter(action__in=['created', 'updated'])
    if last := shown.order_by('-version').first():
        apps.get_model('detentions', 'DataVersion').objects.update(published_at=last.at)


class Migration(migrations.Migration):

    dependencies = [
        ('detentions', '0008_plausible_records'),
    ]

    operations = [
        migrations.RenameField(
            model_name='dataversion',
            old_name='changed_at',
            new_name='published_at',
        ),
        migrations.AlterField(
            model_name='dataversion',
            name='published_at',
            field=models.DateTimeField(blank=True, help_text='When a record last became public or a public one was changed; a withdrawal alone does not count.', null=True, verbose_name='published at'),
        ),
        migrations.CreateModel(
            name='FormerSlug',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('kind', models.CharField(help_text="Which kind of record, as in the API's path.", max_length=24, verbose_name='kind')),
                ('digest', models.CharField(help_text='SHA-256 of the slug, which is not kept itself.', max_length=64, verbose_name='digest')),
                ('record_id', models.CharField(help_text='Id of the record that had the slug last.', max_length=16, verbose_name='record')),
            ],
            options={
                'verbose_name': 'former slug',
                'verbose_name_plural': 'former slugs',
                'constraints': [models.UniqueConstraint(fields=('kind', 'digest'), name='former_slug_once')],
            },
        ),
        migrations.RunPython(remember_slugs, migrations.RunPython.noop, elidable=True),
        migrations.RunPython(date_publication, migrations.RunPython.noop, elidable=True),
    ]
