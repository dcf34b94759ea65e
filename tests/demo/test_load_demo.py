"""The demonstration: complete, once, and harmless to real figures."""

import json
import re
from collections import Counter
from datetime import date
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command
from django.test import Client

from detentions import intake, tallies
from detentions.choices import CustodyKind, NamePublication, PublicationState
from detentions.demo import carried
from detentions.models import (
    CustodyEvent,
    DataVersion,
    Detainee,
    Detention,
    Event,
    EventName,
    PrintedOrdinal,
    ReportedCount,
    Source,
)
from detentions.public.models import PublicCity, PublicDetainee, PublicDetention
from detentions.public.version import is_demonstration
from tests.demo.counted import TODAY, cell, sunday, sundays

pytestmark = pytest.mark.usefixtures("demonstration")
PUBLISHED = PublicationState.PUBLISHED


def _row_counts() -> dict[str, int]:
    models = apps.get_app_config("detentions").get_models()
    return {model.__name__: model._default_manager.count() for model in models}


def test_loading_a_second_time_changes_nothing() -> None:
    before, version = _row_counts(), DataVersion.objects.get().number
    said = StringIO()
    call_command("load_demo", stdout=said)
    assert "nothing changed" in said.getvalue()
    assert (_row_counts(), DataVersion.objects.get().number) == (before, version)


def test_every_printed_figure_is_there_with_its_address() -> None:
    rows = carried.rows("belarus_2020_counts.csv")
    addresses = {row["url"] for row in rows if row["url"]}
    assert addresses <= set(Source.objects.filter(state=PUBLISHED).values_list("url", flat=True))
    assert ReportedCount.objects.filter(state=PUBLISHED).count() == len(rows) + 3


def test_the_file_of_printed_figures_brings_nothing_new() -> None:
    path = carried.DEMO / "belarus_2020_counts.csv"
    with intake.run(intake.Request(kind="counts", path=path, today=TODAY)) as report:
        assert report.rows == {intake.Status.HERE: 117}


def test_every_printed_name_of_a_sunday_leads_to_its_source() -> None:
    printed = {
        (row["date"], row["event_name_printed"], row["event_name_url"])
        for row in carried.rows("belarus_2020_sundays.csv")
    }
    names = EventName.objects.filter(event__state=PUBLISHED)
    found = {
        (str(day), name, url)
        for day, name, url in names.values_list("event__date", "name", "source__url")
    }
    assert printed <= found


def test_every_printed_ordinal_is_kept_beside_the_computed_one() -> None:
    printed = {
        (row["event_date"], row["printed_gloss"], row["url"])
        for row in carried.rows("belarus_2020_ordinals.csv")
    }
    kept = PrintedOrdinal.objects.values_list("date", "phrase", "source__url")
    assert printed <= {(str(day), phrase, url) for day, phrase, url in kept}


def test_election_night_is_no_march_of_the_series() -> None:
    assert Event.objects.get(date=date(2020, 8, 9)).series is None
    assert Event.objects.filter(series__slug="sunday-marches").count() == 13


def test_a_figure_that_was_printed_wrongly_is_superseded_and_kept() -> None:
    wrong = ReportedCount.objects.get(source__url__contains="delfi.lt")
    right = ReportedCount.objects.get(supersedes=wrong)
    assert (wrong.low, right.low, right.source.url) == (774, 501, "https://t.me/pressmvd/2084")
    minsk = cell(date(2020, 9, 13), "minsk")
    assert minsk.reported
    assert minsk.reported.headline
    assert minsk.reported.headline.low == 501


def test_an_inferred_date_says_so() -> None:
    inferred = ReportedCount.objects.get(date=date(2020, 10, 25), low=41)
    assert inferred.remark.startswith("INFERRED date")


def test_no_invented_record_contradicts_a_real_figure() -> None:
    for line in sundays().sundays:
        found = sunday(line.sunday).contradictions
        assert [one.code for one in found if "documented" in one.code] == []


def test_invented_people_cover_what_the_screens_show() -> None:
    published = Detention.objects.filter(state=PUBLISHED)
    forms = set(published.values_list("detainee__name_publication", flat=True))
    assert forms == set(NamePublication.values)
    steps = CustodyEvent.objects.filter(detention__in=published)
    assert set(steps.values_list("kind", flat=True)) == set(CustodyKind.values)
    assert {("23.34", 2003), ("24.23", 2021)} <= set(steps.values_list("article", "code_edition"))
    taken = Counter(published.values_list("detainee", flat=True))
    assert sorted(taken.values())[-3:] == [2, 2, 3]
    cities = published.filter(date=date(2020, 11, 8)).values_list("city__slug", flat=True)
    assert set(cities) == {"minsk", "homel", "vitebsk", "zhlobin"}
    assert published.filter(event=None, date=date(2020, 11, 7)).exists()
    states = Counter(Detention.objects.exclude(state=PUBLISHED).values_list("state", flat=True))
    assert states == {"draft": 1, "in_review": 2, "withdrawn": 1}


def test_minors_are_withheld() -> None:
    minors = Detainee.objects.filter(detentions__roles__role="minor")
    assert set(minors.values_list("name_publication", flat=True)) == {"withheld"}


def test_names_that_are_not_public_stay_inside() -> None:
    hidden = set(Detainee.objects.exclude(name_publication="public").values_list("name", flat=True))
    shown = set(PublicDetainee.objects.values_list("name", flat=True))
    assert hidden
    assert not hidden & shown
    assert PublicDetention.objects.count() == 43


def test_nobody_in_the_file_is_held_and_taken_at_once() -> None:
    for person in carried.document("people.json")["people"]:
        for earlier, later in zip(person["detentions"], person["detentions"][1:], strict=False):
            assert later["date"] > earlier["date"]
            for step in earlier["custody_events"]:
                until = date.fromisoformat(step["date"]).toordinal() + step.get("days", 0)
                assert until < date.fromisoformat(later["date"]).toordinal()


def test_every_event_rests_on_a_source() -> None:
    assert not Event.objects.filter(citations=None).exists()


def test_the_tally_table_is_what_the_detentions_give() -> None:
    assert tallies.differences() == ()


def test_every_page_says_that_individual_records_are_invented(client: Client) -> None:
    assert is_demonstration()
    for path in ("/", "/sundays/2020-11-08/", "/detentions/", "/about/"):
        assert "individual records are invented" in client.get(path).content.decode()


def test_the_accounts_of_the_demonstration_let_nobody_in() -> None:
    for account in carried.staff().all:
        assert not account.has_usable_password()
        assert not account.is_staff


def test_the_gazetteer_is_there() -> None:
    assert PublicCity.objects.count() == 314


def test_files_name_no_path_and_no_contact_of_anybody() -> None:
    text = json.dumps(carried.document("people.json"), ensure_ascii=False)
    assert re.findall(r"[\w.]+@[\w.]+", text) == ["nobody@demonstration.example"]


def test_the_command_refuses_what_cannot_be_a_number_of_detentions() -> None:
    with pytest.raises(CommandError, match="whole numbers"):
        call_command("make_load", detentions=-1)
