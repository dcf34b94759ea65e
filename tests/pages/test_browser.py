"""Every page in a browser: accessible in light and dark, nothing wider than a phone, no request
to anybody else, nothing that needs a script."""

from __future__ import annotations

import os
from collections.abc import Iterator
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from pytest_django.live_server_helper import LiveServer

from tests.pages.scene import Scene, build

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE: ViewportSize = {"width": 360, "height": 740}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PAGES = (
    *("/", "/sundays/", "/sundays/2020-11-08/", "/sundays/2020-09-06/?by=viasna"),
    *("/sundays/2020-11-08/minsk/", "/cities/", "/cities/minsk/", "/matrix/", "/events/"),
    *("/events/march-of-democracy/", "/sources/", "/sources/{article}/", "/detentions/"),
    *("/detentions/{named}/", "/methodology/", "/about/", "/sundays/?by=nobody", "/nothing/"),
)


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


@pytest.fixture
def scene(transactional_db: None) -> Scene:
    return build()


def addresses(scene: Scene) -> list[str]:
    return [page.format(article=scene.article.id, named=scene.named.id) for page in PAGES]


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_no_page_has_a_barrier(
    browser: Browser, live_server: LiveServer, scene: Scene, scheme: Literal["light", "dark"]
) -> None:
    found = {}
    for size in (PHONE, DESKTOP):
        # The content policy would keep the checker itself out.
        context = browser.new_context(viewport=size, color_scheme=scheme, bypass_csp=True)
        page = context.new_page()
        for address in addresses(scene):
            page.goto(live_server.url + address)
            violations = Axe().run(page).response["violations"]
            if violations:
                found[address] = [(one["id"], one["nodes"][0]["html"]) for one in violations]
        context.close()
    assert found == {}


def test_no_page_is_wider_than_a_phone(
    browser: Browser, live_server: LiveServer, scene: Scene
) -> None:
    page = browser.new_page(viewport=PHONE)
    for address in addresses(scene):
        page.goto(live_server.url + address)
        assert page.evaluate("document.documentElement.scrollWidth") == 360, address
    page.close()


def test_pages_are_whole_without_scripts_and_ask_nobody_else(
    browser: Browser, live_server: LiveServer, scene: Scene
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    asked: list[str] = []
    refused: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: refused.append(message.text))
    for address in addresses(scene):
        page.goto(live_server.url + address)
        assert page.locator("h1").count() == 1, address
    assert [url for url in asked if not url.startswith(live_server.url)] == []
    assert [text for text in refused if "Content Security Policy" in text] == []
    assert context.cookies() == []
    context.close()


def test_the_keyboard_reaches_the_content_first(
    browser: Browser, live_server: LiveServer, scene: Scene
) -> None:
    page: Page = browser.new_page()
    page.goto(live_server.url + "/sundays/2020-11-08/")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.close()


def test_a_filter_works_without_scripts(
    browser: Browser, live_server: LiveServer, scene: Scene
) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(live_server.url + "/events/")
    page.get_by_label("City").select_option("Homel")
    page.get_by_role("button", name="Filter").click()
    assert page.url == live_server.url + "/events/?city=homel"
    assert page.get_by_role("link", name="Protest in Homel").count() == 1
    assert page.get_by_role("link", name="March of Democracy").count() == 0
    context.close()
