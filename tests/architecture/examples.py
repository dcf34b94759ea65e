"""The rules of door, writing and clock: lines that break them, and lines that only look so."""

_IMPORT = "from django.db import "


def _each(rule: str, path: str, breach: str, *contents: str) -> list[tuple[str, str, str, str]]:
    return [(rule, path, content, breach) for content in contents]


# rule, file, content, and the breach that must be named
BROKEN_LINES = [
    *_each(
        "entry_is_the_only_writer",
        "detentions/admin/saving.py",
        "past entry",
        "Event.objects.create(slug='x')",
        "Event.objects.create(*values)",
        "event.names.create(name='x')",
        "Event._base_manager.using(alias).bulk_create(rows)",
        "manager.bulk_update(rows, ['slug'])",
        "event.names.update_or_create(name='x')",
        "Event.objects.get_or_create(slug='x')",
        "event.save()",
        "super().save(commit=True)",
        "Event.objects.get(pk=1).delete()",
        "event.save_base(raw=True)",
        "Event.objects.update(slug='x')",
        "event.detentions.filter(state='draft').update(state='published')",
        "rows = Event.objects.filter(pk=1)\nrows.update(slug='x')",
        "def f(self, rows: QuerySet[Event]) -> None:\n    rows.update(slug='x')",
        "Event._default_manager.exclude(pk=1).order_by('pk').delete()",
        "async def f() -> None:\n    await event.asave()",
        "SQL = 'INSERT INTO detentions_event VALUES (1)'",
        "SQL = 'update \"detentions_event\" set slug = 1'",
        "SQL = 'DELETE FROM public.detentions_tally'",
        "SQL = 'TRUNCATE detentions_event'",
        "SQL = f'INSERT INTO {table} VALUES (1)'",
        "SQL = f'UPDATE {table} SET slug = 1'",
        "SQL = 'DELETE FROM ' + table",
    ),
    *_each(
        "entry_is_the_only_writer",
        "detentions/management/preparation.py",
        "past entry",
        "users.create(username='x')",
        "event.save()",
    ),
    *_each(
        "no_writer_right_of_the_door",
        "detentions/pages/views.py",
        "which is left of the door",
        "from detentions.entry import records",
        "from detentions import intake",
        "def f() -> None:\n    import detentions.demo.loading",
        "from importlib import import_module\nimport_module('detentions.entry')",
    ),
    *_each(
        "no_staff_connection_right_of_the_door",
        "api/views.py",
        "uses the staff's connection",
        "connections['default'].cursor()",
        "from django import db\ndb.connections['default']",
        "from django.db import connections as open_ones\nopen_ones['default']",
        _IMPORT + "DEFAULT_DB_ALIAS",
        "from django.db.utils import DEFAULT_DB_ALIAS as staff",
        "from django import db\nx = db.DEFAULT_DB_ALIAS",
        _IMPORT + "connection",
        "rows.using('default')",
        "rows.db_manager(using='default')",
        "transaction.atomic(using='default')",
    ),
    *_each(
        "no_staff_connection_right_of_the_door",
        "detentions/tallies/index.py",
        "uses the staff's connection",
        _IMPORT + "DEFAULT_DB_ALIAS",
    ),
    *_each(
        "no_roundabout_model_right_of_the_door",
        "api/views.py",
        "looks up a casework model through",
        "apps.all_models['detentions']['detainee']",
        "kind.model_class()",
    ),
    *_each(
        "no_roundabout_model_right_of_the_door",
        "detentions/records/shape.py",
        "imports what cannot be read from its source",
        "import_module(name)",
        "import_module(f'detentions.{name}')",
        "import_module('detentions.' + 'models')",
        "import_module('.models', 'detentions')",
        "import_module('detentions.models.people')",
        "import_module(name='detentions.models')",
        "from importlib import import_module as load\nload(name)",
        "__import__(name)",
    ),
    *_each(
        "no_casework_in_any_string_right_of_the_door",
        "detentions/tallies/table.py",
        "has the casework table detentions_",
        "SQL = 'SELECT d.name FROM public_cities c, detentions_detainee d'",
        "SQL = 'SELECT 1 FROM public.detentions_detainee'",
        "SQL = 'SELECT 1 FROM [DETENTIONS_DETAINEE]'",
        "SQL = 'SELECT 1 FROM detentions_tally, detentions_historicalsource'",
        "TABLE = 'detentions_detainee'",
        "TABLE = 'detentions_' + name",
        "TABLE = f'detentions_{name}'",
    ),
    *_each(
        "no_clock_below_the_interface",
        "detentions/filters/values.py",
        "detentions.filters may not read the clock",
        "from django.utils import timezone\nx = timezone.now()",
        "from django.utils import timezone as tz\nx = tz.localdate()",
        "from django.utils.timezone import now",
        "import datetime as dt\nx = dt.date.today()",
        "from datetime import datetime as moment\nx = moment.now(UTC)",
        "import datetime\nx = datetime.datetime.utcnow()",
        "def f(clock=timezone.now): ...",
    ),
    *_each(
        "no_clock_below_the_interface",
        "detentions/models/events.py",
        "detentions.models may not read the clock",
        "from django.utils import timezone\nx = Field(default=timezone.now)",
    ),
]

# file, content: what only looks like a breach
ALLOWED_LINES = [
    (
        "detentions/admin/saving.py",
        "import hashlib\n"
        "from detentions import entry\n"
        "from detentions.admin import saving\n"
        "entry.create(Event, by=user, values=values)\n"
        "entry.create(model=Event, by=user)\n"
        "saving.save(form, by=user)\n"
        "entry.delete(event, by=user)\n"
        "self._batch.create([proposal])\n"
        "batch.create(proposal for proposal in proposals)\n"
        "self.cleaned_data.update(low=1, high=2)\n"
        "found = set(Event.objects.filter(pk=1))\n"
        "found.update(Event.objects.filter(pk=2))\n"
        "digest = hashlib.sha256()\n"
        "digest.update(b'x')\n"
        "address = reverse('admin:detentions_event_change')\n",
    ),
    ("detentions/intake/scratch.py", "SQL = 'INSERT OR REPLACE INTO known VALUES (?)'"),
    ("tests/test_x.py", "Event.objects.create(slug='x').delete()"),
    (
        "api/views.py",
        "import_module('detentions.public.models')\n"
        "rows.using(PUBLIC_ALIAS)\n"
        "connections[PUBLIC_ALIAS]\n"
        "caches['default']\n"
        "NAME = 'detentions_by_day', 'detentions_events', 'detentions'\n",
    ),
    (
        "detentions/filters/values.py",
        "from django.utils import timezone\n"
        "x = timezone.localtime(moment, timezone.get_default_timezone())\n"
        "y = context.today\n",
    ),
    ("detentions/pages/views.py", "from django.utils import timezone\nx = timezone.localdate()"),
]

# where it is allowed, where it is not, content
IN_ITS_PLACE = [
    ("detentions/entry/records.py", "detentions/demo/people.py", "Event.objects.create(slug='x')"),
    ("detentions/management/preparation.py", "detentions/admin/accounts.py", "user.save()"),
    ("detentions/entry/work.py", "detentions/intake/run.py", "x = timezone.now()"),
    ("detentions/tallies/table.py", "detentions/tallies/index.py", _IMPORT + "DEFAULT_DB_ALIAS"),
    (
        "detentions/tallies/table.py",
        "detentions/records/shape.py",
        "SQL = 'SELECT 1 FROM public_cities, detentions_tally'",
    ),
    (
        "detentions/tallies/table.py",
        "detentions/tallies/ledger.py",
        "SQL = 'DELETE FROM detentions_tally'",
    ),
]
