"""/sundays/<date>/: one Sunday."""

from datetime import date

import pytest
from django.test import Client

from tests.factories import make_count
from tests.pages.reading import Page, read
from tests.pages.scene import ADDRESS, Scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def page(client: Client, scene: Scene) -> Page:
    return read(client, ADDRESS)


def test_it_says_which_sunday_it_was(page: Page) -> None:
    assert page.headings[0] == "Sunday 8 November 2020"
    assert page.parts["kicker"][0].startswith("13th Sunday · 13 in a row")


def test_the_headline_has_its_organisation_moment_and_source(page: Page, scene: Scene) -> None:
    assert page.parts["figure"] == ["1,024"]
    assert "people detained in the whole country, by the figures of Viasna" in page.text
    assert "When the count stood there is not stated." in page.text
    assert page.links[f"/sources/{scene.article.id}/"]


def test_the_quote_can_be_copied_whole(page: Page) -> None:
    assert page.parts["quote"] == [
        "1,024 people were detained in the whole country on Sunday 8 November 2020, "
        "according to Viasna."
    ]


def test_a_hedge_stays_in_the_headline_and_the_quote(client: Client, scene: Scene) -> None:
    page = read(client, "/sundays/2020-09-06/?by=viasna")
    assert page.parts["figure"] == ["at least 223"]
    assert page.parts["quote"][0].startswith("At least 223 people were detained")
    assert "(the sum of its own figures)" in page.parts["quote"][0]


def test_a_sum_names_the_figures_it_rests_on(client: Client, scene: Scene) -> None:
    page = read(client, "/sundays/2020-09-06/?by=viasna")
    figure = scene.figures["27"]
    assert page.links[f"/sundays/2020-09-06/minsk/#f-{figure.id}"] == "Minsk at least 193"
    assert f"f-{figure.id}" in read(client, "/sundays/2020-09-06/minsk/").ids


def test_the_list_is_shown_as_it_grew(page: Page, scene: Scene) -> None:
    grown = [scene.figures[number].id for number in ("105", "106", "107", "108", "109", "110")]
    places = [page.ids.index(f"f-{figure}") for figure in (*grown, scene.figures["111"].id)]
    assert places == sorted(places)
    assert page.row("8 Nov 2020, 17:00")[1:] == ["405", "“405 (headline: over 400)” Slovo i Dilo"]
    assert page.row("time not stated")[1] == "1,024 current"


def test_a_replaced_figure_is_marked(client: Client, scene: Scene) -> None:
    old = scene.figures["111"]
    make_count(900, organisation=old.organisation, supersedes=old)
    assert "1,024 replaced" in read(client, ADDRESS).text


def test_the_police_figure_for_minsk_stands_beside_the_headline(page: Page) -> None:
    assert "Minsk police, for Minsk about 10" in page.text


def test_journalists_are_reported_and_documented_side_by_side(page: Page) -> None:
    assert "Journalists at least 6 reported, 1 documented" in page.text
    row = page.row("Journalists")
    assert row[1].startswith("at least 6 Viasna “at least six”")
    assert row[2] == "1 1 person"


@pytest.mark.parametrize(
    ("city", "printed"),
    [
        ("Minsk", "“most of the arrests”"),
        ("Homel", "“detentions were also reported”"),
        ("Vitebsk", "“detentions were also reported”"),
        ("Zhlobin", "“detentions were also reported”"),
    ],
)
def test_words_without_a_number_are_shown_as_printed(page: Page, city: str, printed: str) -> None:
    assert printed in page.row(city)[1]


def test_a_city_without_a_number_is_not_zero(page: Page) -> None:
    assert not page.row("Vitebsk")[1].startswith("0")
    assert page.row("Homel")[2] == "1 1 person"


def test_what_no_city_accounts_for_is_named(page: Page) -> None:
    assert page.row("Not allocated to a city")[1] == "1,014 of the leading figure"


def test_other_measures_have_lines_of_their_own(page: Page, client: Client) -> None:
    assert "“some of the detainees”" in page.row("Released")[1]
    pending = read(client, "/sundays/2020-09-06/").row("Held pending court")
    assert pending[1].startswith("363 MVD")


def test_events_have_their_printed_names_and_circumstances(page: Page) -> None:
    assert "March of Democracy" in page.headings
    assert "Also printed as “Марш народовластия”" in page.text
    assert "Metro stations closed: several stations, an hour before" in page.text
    assert "Participants: “several thousand”" in page.text


def test_outcomes_say_unknown_and_leave_the_day_to_each_detention(page: Page) -> None:
    assert page.row("Released")[0] == "Released"
    assert page.row("Status unknown")[1] == "1"
    assert "detained" not in {row[0].lower() for row in page.rows if row}


def test_the_week_runs_from_monday_to_sunday(page: Page) -> None:
    assert page.row("Mon 2 Nov")[1] == "no figure known"
    assert page.row("Sun 8 Nov")[1] == "1,024 Viasna"
    assert page.row("Documented in the week")[1:] == ["3 3 people"]


def test_every_organisation_leads_to_the_source_of_its_figure(page: Page, scene: Scene) -> None:
    linked = {address for address in page.links if address.startswith("/sources/")}
    day = [figure for figure in scene.figures.values() if figure.date == date(2020, 11, 8)]
    assert {f"/sources/{figure.source_id}/" for figure in day} <= linked


def test_each_kind_of_figure_leads_to_its_rule(page: Page, client: Client) -> None:
    rules = {address for address in page.links if address.startswith("/methodology/#")}
    anchors = set(read(client, "/methodology/").ids)
    assert {address.partition("#")[2] for address in rules} <= anchors
    numbers = ("3", "4", "6", "7", "8", "9", "11", "12", "15")
    assert {f"/methodology/#rule-{number}" for number in numbers} <= rules


def test_another_rule_can_be_put_in_force(client: Client, scene: Scene) -> None:
    page = read(client, "/sundays/2020-09-06/?by=lowest")
    assert page.parts["figure"] == ["at least 223"]
    assert "The lowest current figure of any organisation leads." in page.text
    assert page.links["/sundays/2020-09-06/?by=mvd"] == "MVD"


def test_an_organisation_without_a_figure_leaves_no_headline(client: Client, scene: Scene) -> None:
    page = read(client, "/sundays/2020-11-08/?by=mvd")
    assert page.parts["figure"] == ["No figure by this rule"]


def test_the_days_before_and_after_are_linked(client: Client, scene: Scene) -> None:
    page = read(client, "/sundays/2020-11-01/")
    assert page.links["/sundays/2020-10-25/"] == "← Sunday 25 October 2020"
    assert page.links["/sundays/2020-11-08/"] == "Sunday 8 November 2020 →"


def test_how_a_source_numbered_the_day_is_quoted(page: Page) -> None:
    assert "Printed as “13th consecutive Sunday”" in page.text


def test_the_same_page_stands_as_data(page: Page) -> None:
    assert page.links["/sundays/2020-11-08.csv"] == "CSV"
    assert page.links["/sundays/2020-11-08.json"] == "JSON"
    assert page.links["/api/v1/tallies/sundays/2020-11-08/"] == "API"
