"""What a figure has to agree with: the one it replaces, its event, and figures that are here."""

from datetime import timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from detentions import entry, models, tallies
from tests import staff

pytestmark = pytest.mark.django_db
EARLIER = staff.SUNDAY - timedelta(days=7)


def figure(low: int, **values: Any) -> models.ReportedCount:
    """Return a published figure of exactly so many."""
    return staff.publish(staff.enter_count(low=low, high=low, **values))  # type: ignore[no-any-return]


def leading(day: Any = staff.SUNDAY) -> int | None:
    reported = tallies.sunday(day, today=day, rule=tallies.Rule()).reported
    return reported.headline.low if reported and reported.headline else None


def event(slug: str = "march", **values: Any) -> models.Event:
    """Return a published event in the first city."""
    city = models.City.objects.first() or staff.enter_city()
    values = {"slug": slug, "name": slug.title(), "city": city, "date": staff.SUNDAY, **values}
    entered = entry.create(models.Event, by=staff.enterer(), values=values)
    return staff.publish(entered)  # type: ignore[no-any-return]


def other_than_the_replaced() -> dict[str, dict[str, Any]]:
    """Return, by column, what makes a figure one of something else."""
    return {
        "organisation": {"organisation": staff.enter_organisation("others")},
        "date": {"date": EARLIER},
        "city": {"city": staff.enter_city("elsewhere")},
        "measure": {"measure": "released"},
        "group": {"group": "journalists"},
    }


@pytest.mark.parametrize("column", ["organisation", "date", "city", "measure", "group"])
def test_a_figure_replaces_only_one_of_the_same_thing(column: str) -> None:
    first = figure(1000)
    with pytest.raises(ValidationError) as caught:
        staff.enter_count(low=5, high=5, supersedes=first, **other_than_the_replaced()[column])
    (message,) = caught.value.message_dict["supersedes"]
    assert str(models.ReportedCount._meta.get_field(column).verbose_name) in message  # type: ignore[union-attr]
    assert leading() == 1000


def test_a_figure_replaces_one_of_the_same_organisation_day_and_place() -> None:
    figure(900, supersedes=figure(1000))
    assert leading() == 900


def test_figures_do_not_replace_each_other_in_a_circle() -> None:
    first = figure(1000)
    second = figure(900, supersedes=first)
    third = figure(800, supersedes=second)
    with pytest.raises(ValidationError, match="itself"):
        entry.change(
            first, by=staff.editor(), revision=first.revision, values={"supersedes": third}
        )


def test_a_public_figure_is_not_moved_onto_a_draft_source_or_event() -> None:
    count = figure(1000)
    draft = entry.create(
        models.Event,
        by=staff.enterer(),
        values={
            "slug": "draft",
            "name": "Draft",
            "city": staff.enter_city("elsewhere"),
            "date": staff.SUNDAY,
        },
    )
    for values in (
        {"source": staff.enter_source(url="https://gazette.example/2")},
        {"event": draft},
    ):
        with pytest.raises(entry.NotReadyError, match="first"):
            entry.change(count, by=staff.editor(), revision=count.revision, values=values)
    assert leading() == 1000


def test_a_public_detention_is_not_moved_onto_a_draft_event() -> None:
    detention = staff.publish(staff.enter_detention())
    values = {"slug": "d", "name": "D", "city": detention.city, "date": staff.SUNDAY}
    draft = entry.create(models.Event, by=staff.enterer(), values=values)
    with pytest.raises(entry.NotReadyError, match="first"):
        entry.change(
            detention, by=staff.editor(), revision=detention.revision, values={"event": draft}
        )


def test_withdrawing_a_figure_in_the_middle_would_bring_back_the_oldest() -> None:
    middle = figure(900, supersedes=figure(1000))
    last = figure(800, supersedes=middle)
    with pytest.raises(entry.InUseError, match="1 published record rests on"):
        entry.withdraw(middle, by=staff.editor(), revision=middle.revision, reason="wrong")
    assert leading() == 800
    entry.withdraw(last, by=staff.editor(), revision=last.revision, reason="wrong")
    assert leading() == 900


def test_a_figure_is_not_public_before_the_one_that_it_replaces() -> None:
    middle = staff.enter_count(low=900, high=900, supersedes=figure(1000))
    last = staff.enter_count(low=800, high=800, supersedes=middle)
    with pytest.raises(entry.NotReadyError, match="first"):
        staff.publish(last)
    assert leading() == 1000


def test_a_figure_about_an_event_is_about_its_city() -> None:
    march = event()
    count = figure(30, event=march)
    assert count.city == march.city
    assert leading() == 30


@pytest.mark.parametrize("column", ["city", "region", "date"])
def test_a_figure_about_an_event_is_about_no_other_place_or_day(column: str) -> None:
    region = entry.create(
        models.Region,
        by=staff.administrator(),
        values={"slug": "province", "name": "Province", "code": "TT-PR"},
    )
    other = {"city": staff.enter_city("elsewhere"), "region": region, "date": EARLIER}
    staff.enter_city("testburg")
    march = event(city=models.City.objects.get(slug="testburg"))
    with pytest.raises(ValidationError) as caught:
        staff.enter_count(event=march, **{column: other[column]})
    (message,) = caught.value.message_dict[column]
    assert "March" in message
    assert not models.ReportedCount.objects.exists()


def test_an_event_does_not_move_away_from_figures_about_it() -> None:
    march = event()
    staff.enter_count(event=march)
    for values in ({"date": EARLIER}, {"city": staff.enter_city("elsewhere")}):
        with pytest.raises(ValidationError, match="1 figure is about this event"):
            entry.change(march, by=staff.editor(), revision=march.revision, values=values)
    entry.change(march, by=staff.editor(), revision=march.revision, values={"name": "The march"})


def test_the_same_figure_of_the_same_source_is_entered_once() -> None:
    first = figure(10, phrase="ten")
    with pytest.raises(ValidationError, match="here already"):
        staff.enter_count(source=first.source, phrase="ten")
    staff.enter_count(source=first.source, phrase="ten people")
    staff.enter_count(
        phrase="ten", source=staff.publish(staff.enter_source(url="https://b.example"))
    )
    entry.withdraw(first, by=staff.editor(), revision=first.revision, reason="to be entered anew")
    staff.enter_count(source=first.source, phrase="ten")


def test_a_figure_does_not_become_the_same_as_another_by_a_change() -> None:
    first = figure(10, phrase="ten")
    other = staff.enter_count(source=first.source, phrase="tenn")
    with pytest.raises(ValidationError, match="here already"):
        entry.change(other, by=staff.enterer(), revision=1, values={"phrase": "ten"})
    entry.change(first, by=staff.editor(), revision=first.revision, values={"remark": "Final."})
