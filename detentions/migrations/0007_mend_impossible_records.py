"""Mends rows that the constraints of the next migration refuse, in the open: with history and version.

Rows said twice go, the first stays. Of two values that contradict each other the less certain one
goes; what it was stays in the history.
"""

from collections import defaultdict

from django.db import migrations
from django.db.models import F, Q
from django.utils import timezone

REASON = "An impossible value, mended by a migration"
_NO_CITY = Q(latitude__isnull=True) ^ Q(longitude__isnull=True)
_OFF_EARTH = ~Q(latitude__range=(-90, 90)) | ~Q(longitude__range=(-180, 180))
_SAME_DAY = Q(end_date__isnull=True) | Q(end_date=F("date"))

# Kind, model, rows, what they become.
MENDED = (
    ("cities", "City", _NO_CITY, {"latitude": None, "longitude": None}),
    (
        *("cities", "City"),
        Q(latitude__isnull=False, longitude__isnull=False) & _OFF_EARTH,
        {"latitude": None, "longitude": None},
    ),
    ("events", "Event", Q(end_time__lt=F("start_time")) & _SAME_DAY, {"end_time": None}),
    (
        *("reported-counts", "ReportedCount"),
        Q(qualifier="more_than", low=0),
        {"qualifier": "at_least"},
    ),
    (
        *("reported-counts", "ReportedCount"),
        Q(as_of__isnull=True) & ~Q(as_of_precision="unknown"),
        {"as_of_precision": "unknown"},
    ),
    (
        *("detentions", "Detention"),
        Q(time__isnull=True, precision__in=["minute", "about"]),
        {"precision": "day"},
    ),
    ("detentions", "Detention", Q(time__isnull=False, precision="day"), {"precision": "minute"}),
    (
        *("detentions", "Detention"),
        Q(time__isnull=False, precision="about_day"),
        {"precision": "about"},
    ),
)
# Kind, model, column of the record, columns in which rows said twice are equal.
SAID_TWICE = (
    ("events", "Citation", "event_id", ("source_id", "locator", "quote")),
    ("detentions", "Citation", "detention_id", ("source_id", "locator", "quote")),
    ("events", "EventCircumstance", "event_id", ("kind", "start_time", "detail")),
    (
        *("detentions", "CustodyEvent", "detention_id"),
        ("kind", "date", "time", "order", "days", "amount", "currency", "article")
        + ("code_edition", "source_id", "notes"),
    ),
)


def mend(apps, schema_editor):
    touched = defaultdict(set)
    for kind, name, rows, values in MENDED:
        model = apps.get_model("detentions", name)
        for row in model.objects.filter(rows).iterator():
            for column, value in values.items():
                setattr(row, column, value)
            row.save(update_fields=list(values))
            _note(apps, name, row, "~")
            touched[kind].add(row.pk)
    for kind, name, record, columns in SAID_TWICE:
        _drop_repeated(apps, kind, name, record, columns, touched)
    _number_steps(apps, touched)
    _stamp(apps, touched)


def _drop_repeated(apps, kind, name, record, columns, touched):
    model = apps.get_model("detentions", name)
    seen = set()
    rows = model.objects.exclude(**{record: None}).order_by(record, "id")
    for row in rows.iterator():
        key = tuple(getattr(row, column) for column in (record, *columns))
        if key in seen:
            _note(apps, name, row, "-")
            model.objects.filter(pk=row.pk).delete()
            touched[kind].add(key[0])
        seen.add(key)


def _number_steps(apps, touched):
    """Give steps of one kind, day and order that differ otherwise an order of their own."""
    model = apps.get_model("detentions", "CustodyEvent")
    days = defaultdict(list)
    for step in model.objects.order_by("detention_id", "date", "order", "id").iterator():
        days[(step.detention_id, step.date)].append(step)
    for (detention, _day), steps in days.items():
        if len({(step.kind, step.order) for step in steps}) == len(steps):
            continue
        for order, step in enumerate(steps):
            if step.order != order:
                step.order = order
                step.save(update_fields=["order"])
                _note(apps, "CustodyEvent", step, "~")
        touched["detentions"].add(detention)


def _note(apps, name, row, what):
    past = apps.get_model("detentions", f"Historical{name}")
    columns = {column.attname: getattr(row, column.attname) for column in row._meta.concrete_fields}
    past.objects.create(
        history_type=what, history_date=timezone.now(), history_change_reason=REASON, **columns
    )


def _stamp(apps, touched):
    """Tell partners that follow the data versions what the public sees differently."""
    of_kind = {kind: name for kind, name, *_rest in MENDED}
    public = {}
    for kind, ids in touched.items():
        rows = apps.get_model("detentions", of_kind[kind]).objects.filter(pk__in=ids)
        public[kind] = rows if kind == "cities" else rows.filter(state="published")
    if not any(rows.exists() for rows in public.values()):
        return
    version, _created = apps.get_model("detentions", "DataVersion").objects.get_or_create(pk=1)
    version.number, version.changed_at = version.number + 1, timezone.now()
    version.save()
    change = apps.get_model("detentions", "Change")
    for kind, rows in public.items():
        for pk in rows.values_list("pk", flat=True):
            change.objects.create(
                version=version.number, kind=kind, record_id=pk, action="updated", at=timezone.now()
            )
        rows.update(version=version.number)


class Migration(migrations.Migration):

    dependencies = [("detentions", "0006_detention_date_version")]

    operations = [migrations.RunPython(mend, migrations.RunPython.noop)]
