"""The week of a Sunday: what was printed of each day, with its sources (rules 11 and 15)."""

from datetime import date

import pytest
from django.test import Client

from tests.pages.reading import read
from tests.pages.scene import ADDRESS, Scene

pytestmark = pytest.mark.django_db
SATURDAY = date(2020, 11, 7)


def test_the_doctors_of_the_day_before_are_on_every_page_of_that_week(
    client: Client, scene: Scene
) -> None:
    figures = [one for one in scene.figures.values() if one.date == SATURDAY]
    assert len(figures) == 2
    page = read(client, ADDRESS)
    row = page.row("Sat 7 Nov")[1]
    assert "no figure known" not in row
    for figure in figures:
        assert f"Medical workers: “{figure.phrase}” (Minsk)" in row
        assert page.links[f"/sources/{figure.source_id}/"]
    there = read(client, f"{ADDRESS}minsk/").row("Sat 7 Nov")[1]
    for figure in figures:
        assert f"Medical workers: “{figure.phrase}” current" in there


def test_a_citys_list_of_days_does_not_deny_what_it_leads_to(client: Client, scene: Scene) -> None:
    page = read(client, "/cities/minsk/")
    assert page.row("Sat 7 Nov 2020")[1] == "no leading figure, 2 others"
    assert page.links["/sundays/2020-11-07/minsk/#week"] == "Sat 7 Nov 2020"


def test_both_rivals_of_29_august_are_printed_with_their_sources(
    client: Client, scene: Scene
) -> None:
    page = read(client, "/sundays/2020-08-30/")
    row = page.row("Sat 29 Aug")[1]
    assert row.startswith("29 MVD")
    for figure in (one for one in scene.figures.values() if one.date == date(2020, 8, 29)):
        assert f"“{figure.phrase}”" in row
        assert page.links[f"/sources/{figure.source_id}/"]


@pytest.mark.parametrize(
    ("sunday", "day", "words"),
    [
        ("2020-09-20", "Sat 19 Sep", "Released: “385"),
        ("2020-09-27", "Wed 23 Sep", "Held pending court: “"),
    ],
)
def test_a_weekdays_other_measures_are_named(
    client: Client, scene: Scene, sunday: str, day: str, words: str
) -> None:
    assert words in read(client, f"/sundays/{sunday}/").row(day)[1]


def test_the_figures_of_the_week_are_the_same_in_every_form(client: Client, scene: Scene) -> None:
    for address in ("/sundays/2020-11-08", "/sundays/2020-11-08/minsk"):
        data = client.get(f"{address}.json").json()
        assert client.get(f"/api/v1/tallies{address}/").json() == data
        days = data["week"]["days"]
        assert [len(day["printed"]) for day in days[:-1]] == [day["figures"] for day in days[:-1]]
        assert days[-1]["printed"] == []
        phrases = [figure["phrase"] for figure in days[-2]["printed"]]
        text = read(client, f"{address}/").text
        rows = client.get(f"{address}.csv").content.decode()
        assert len(phrases) == 2
        for phrase in phrases:
            assert phrase in text
        assert rows.count("week_figure") == 2
