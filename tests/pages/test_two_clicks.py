"""Rule 15: every figure on a page leads, in at most two clicks, to the sources that it rests on."""

from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from django.test import Client

from detentions.models import ReportedCount
from tests.pages.reading import read
from tests.pages.scene import Scene

pytestmark = pytest.mark.django_db

PAGES = (
    *("/", "/sundays/", "/sundays/2020-11-08/", "/sundays/2020-09-06/", "/sundays/2020-08-16/"),
    *("/sundays/2020-11-08/minsk/", "/cities/", "/cities/minsk/", "/matrix/"),
)
_TELLING = ("/sundays/", "/cities/", "/events/", "/sources/")


@pytest.mark.parametrize("address", PAGES)
def test_the_sources_of_every_leading_figure_are_two_clicks_away(
    client: Client, scene: Scene, address: str
) -> None:
    form = "/sundays.json" if address == "/" else f"{address.rstrip('/')}.json"
    figures = set(_basis(client.get(form).json()))
    sources = ReportedCount.objects.filter(pk__in=figures).values_list("source_id", flat=True)
    wanted = {f"/sources/{source}/" for source in sources}
    near = _links(client, address)
    far = (_links(client, link) for link in near if link.startswith(_TELLING))
    assert wanted
    assert wanted <= near.union(*far)


def _basis(data: Any) -> Iterator[str]:
    """Yield the ids of the figures that the headlines of a page rest on."""
    if isinstance(data, dict):
        yield from data.get("basis", ())
        data = list(data.values())
    if isinstance(data, list):
        for item in data:
            yield from _basis(item)


def _links(client: Client, address: str) -> set[str]:
    """Return the pages of ours that a page leads to."""
    found = (urljoin(address, link) for link in read(client, address).links)
    return {urlsplit(link).path for link in found if link.startswith("/")}
