"""The manual and the console in a browser, under the policy that allows nothing inline."""

import os
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.factories import make_city

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PAGES = ("docs/", "docs/detentions/", "docs/tallies/", "docs/schemas/Detention/")


@pytest.fixture(scope="module")
def browser(chromium: str) -> Iterator[Browser]:
    # Playwright keeps an event loop running, in which Django would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield launched
        launched.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_manual_has_no_barrier_and_fits_a_phone(
    browser: Browser, live_server: LiveServer, scheme: Literal["light", "dark"]
) -> None:
    # The content policy would keep the checker itself out.
    context = browser.new_context(
        viewport={"width": 360, "height": 740}, color_scheme=scheme, bypass_csp=True
    )
    page = context.new_page()
    for path in PAGES:
        page.goto(f"{live_server}/api/v1/{path}")
        found = Axe().run(page).response["violations"]
        assert found == [], (path, found)
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    context.close()


def test_the_console_asks_this_server_alone_and_breaks_no_policy(
    browser: Browser, live_server: LiveServer
) -> None:
    make_city(slug="minsk", name="Minsk")
    said: list[str] = []
    asked: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: said.append(message.text))
    page.on("pageerror", lambda error: said.append(str(error)))
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{live_server}/api/v1/docs/console/")
    page.get_by_text("/api/v1/cities/", exact=True).click()
    page.get_by_role("button", name="Try it out").click()
    page.get_by_role("button", name="Execute").click()
    page.get_by_text('"Minsk"').first.wait_for()
    page.close()
    assert said == []
    assert [address for address in asked if not address.startswith(str(live_server))] == []
