"""`manage.py rebuild_tallies`: what is named, what is mended, and the exit code."""

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError
from django.db import connection
from django.test import Client

from detentions import entry, tallies
from detentions.models import DataVersion, Tally
from tests.factories import SUNDAY, make_city, make_detention

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> tuple[int, str]:
    """Return the exit code and what was printed."""
    out = StringIO()
    try:
        call_command("rebuild_tallies", *arguments, stdout=out)
    except CommandError as error:
        return error.returncode, f"{out.getvalue()}{error}"
    return 0, out.getvalue()


def damage() -> None:
    """Two detentions in Minsk, of which the table was told one too many."""
    minsk = make_city(slug="minsk")
    make_detention(city=minsk)
    make_detention(city=minsk)
    tallies.rebuild()
    Tally.objects.filter(period="day", start=SUNDAY, city_id=minsk.pk, dimension="all").update(
        detentions=3
    )


def test_a_table_that_agrees_ends_with_0_and_uses_up_no_version() -> None:
    make_detention()
    tallies.rebuild()
    before = _version()
    for arguments in ([], ["--check"]):
        assert run(*arguments) == (0, "The tally table is what the published detentions give.\n")
    assert _version() == before


def test_a_check_names_the_row_what_it_holds_and_what_is_counted_and_writes_nothing() -> None:
    damage()
    before = list(Tally.objects.order_by("pk").values())
    with connection.execute_wrapper(_reading_only):
        code, printed = run("--check")
    assert code == 1
    assert (
        "day 2020-11-08, minsk, all: stored 3 detentions of 2 people (2 new),"
        " counted 2 detentions of 2 people (2 new)" in printed
    )
    assert "1 row of the tally table is wrong. Run manage.py rebuild_tallies" in printed
    assert list(Tally.objects.order_by("pk").values()) == before


def test_rebuilding_mends_what_the_check_named() -> None:
    damage()
    code, printed = run()
    assert code == 0
    assert "1 row of the tally table is wrong. Counted again, as a new data version." in printed
    assert run("--check")[0] == 0


def test_a_row_too_much_and_a_row_missing_are_named_as_such() -> None:
    make_detention()
    tallies.rebuild()
    Tally.objects.filter(period="week", dimension="sex", city_id="").delete()
    too_much = {"dimension": "role", "value": "student", "detentions": 4, "people": 4}
    Tally.objects.create(period="day", start=SUNDAY, new_people=0, **too_much)
    _code, printed = run("--check")
    assert "day 2020-11-08, whole country, role student: stored 4 detentions" in printed
    assert "counted nothing" in printed
    assert "week 2020-11-02, whole country, sex unknown: stored nothing, counted 1 " in printed


def test_whoever_remembered_a_wrong_page_is_told_of_the_mended_one(client: Client) -> None:
    damage()
    page = client.get("/sundays/2020-11-08/minsk/")
    remembered = {"If-None-Match": page.headers["ETag"]}
    assert client.get("/sundays/2020-11-08/minsk/", headers=remembered).status_code == 304
    assert len(entry.rebuild_tallies()) == 1
    assert client.get("/sundays/2020-11-08/minsk/", headers=remembered).status_code == 200


def _version() -> int:
    return DataVersion.objects.values_list("number", flat=True).first() or 0


def _reading_only(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
    assert sql.lstrip().split()[0] in {"SELECT", "WITH", "SAVEPOINT", "RELEASE"}, sql
    return execute(sql, params, many, context)
