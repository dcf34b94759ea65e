"""No page outgrows 30 KB, however many Sundays, cities and figures there are."""

from datetime import timedelta

import pytest
from django.test import Client

from detentions import tallies
from detentions.models import City, Detention, Organisation, ReportedCount, Source
from tests.factories import (
    SUNDAY,
    make_city,
    make_count,
    make_data_version,
    make_detention,
    make_event,
    make_organisation,
    make_region,
    make_series,
    make_source,
)
from tests.pages.reading import read

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("_large")]

LARGEST = 30 * 1024
PAGES = (
    *("/", "/sundays/", "/sundays/?page=2", "/sundays/?page=6", "/sundays/2020-11-08/"),
    *("/sundays/2020-11-08/?page=2", "/sundays/2020-11-08/city-of-invention-7/", "/cities/"),
    *("/cities/?page=2", "/cities/city-of-invention-7/", "/cities/city-of-invention-7/?page=5"),
    *("/cities/?listed=others", "/cities/?listed=others&page=18"),
    *("/events/", "/sources/", "/detentions/", "/methodology/", "/about/"),
)


def _copies(count: ReportedCount, number: int) -> list[ReportedCount]:
    """Return the same figure for Sundays before."""
    fields = [field for field in count._meta.concrete_fields if not field.primary_key]
    return [
        ReportedCount(
            **{field.attname: getattr(count, field.attname) for field in fields}
            | {"date": count.date - timedelta(weeks=weeks)}
        )
        for weeks in range(1, number)
    ]


def _more_figures(city: City, organisation: Organisation, source: Source) -> None:
    """Write a figure of the day before, of a group and of another measure."""
    for fields in (
        {"date": SUNDAY - timedelta(days=1)},
        {"group": "journalists"},
        {"measure": "released"},
    ):
        phrase = "some people were detained in the city"
        make_count(3, city=city, organisation=organisation, source=source, phrase=phrase, **fields)


def _detained(city: City, number: int) -> None:
    """Write detentions of one person, all of one day."""
    detention = make_detention(city=city, roles=["journalist"])
    copied = [field for field in detention._meta.concrete_fields if not field.primary_key]
    values = {field.attname: getattr(detention, field.attname) for field in copied}
    Detention.objects.bulk_create(Detention(**values) for _number in range(number))


def _quiet(city: City, number: int) -> None:
    """Write cities that nothing is published about, in the same region."""
    copied = [field for field in city._meta.concrete_fields if not field.primary_key]
    values = {field.attname: getattr(city, field.attname) for field in copied}
    City.objects.bulk_create(
        City(**values | {"slug": f"quiet-settlement-{n}", "name": f"Quiet Settlement {n}"})
        for n in range(number)
    )


@pytest.fixture
def _large(db: None) -> None:
    make_data_version()
    series = make_series(first_date=SUNDAY - timedelta(weeks=299))
    counting = [make_organisation(name=f"Organisation of Counting {n}") for n in range(4)]
    regions = [make_region(name=f"Region of Invention {n}") for n in range(7)]
    sources = [make_source(title=f"A report with a long title, number {n}") for n in range(40)]
    cities = [
        make_city(
            slug=f"city-of-invention-{n}", name=f"City of Invention {n}", region=regions[n % 7]
        )
        for n in range(120)
    ]
    _quiet(cities[0], 2_880)
    for number, city in enumerate(cities):
        make_event(
            name=f"March of a long name through {city.name}", city=city, series=series, sources=[]
        )
        count = make_count(
            10 + number,
            city=city,
            organisation=counting[number % 4],
            source=sources[number % 40],
            phrase=f"{10 + number} people were detained in the city",
        )
        _more_figures(city, counting[number % 4], sources[number % 40])
        if number == 7:
            ReportedCount.objects.bulk_create(_copies(count, 300))
    for number, organisation in enumerate(counting):
        for step in range(6):
            count = make_count(
                5000 + number * 10 + step,
                organisation=organisation,
                source=sources[step],
                phrase=f"the list has grown to {5000 + step} names",
            )
        ReportedCount.objects.bulk_create(_copies(count, 300))
    _detained(cities[7], 60)
    tallies.rebuild()


def test_no_page_outgrows_a_slow_connection(client: Client) -> None:
    sizes = {}
    for address in PAGES:
        page = read(client, address)
        assert page.status == 200, address
        sizes[address] = page.size
    assert {address: size for address, size in sizes.items() if size > LARGEST} == {}


def test_every_city_of_a_sunday_is_on_one_of_its_pages(client: Client) -> None:
    named = set()
    address: str | None = "/sundays/2020-11-08/"
    while address:
        page = read(client, address)
        named |= {row[0] for row in page.rows if row and row[0].startswith("City of Invention")}
        following = (link for link, words in page.links.items() if words == "Next page →")
        address = next(following, None)
        address = address and address.partition("#")[0]
    assert len(named) == 120


def test_the_matrix_is_whole(client: Client) -> None:
    assert len(read(client, "/matrix/").rows) == 301
