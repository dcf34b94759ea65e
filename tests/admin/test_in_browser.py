"""The screens in a browser: searchable choices and added rows work under the strict policy."""

from __future__ import annotations

import os
from collections.abc import Iterator

import pytest
from django.conf import settings
from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright
from pytest_django.live_server_helper import LiveServer

from detentions import models
from tests import staff
from tests.admin import browser as screens
from tests.admin import records

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

PHONE: ViewportSize = {"width": 390, "height": 844}
DESKTOP: ViewportSize = {"width": 1280, "height": 900}


@pytest.fixture(scope="module")
def chrome(chromium: str) -> Iterator[Browser]:
    # Playwright keeps an event loop running, in which Django would refuse the database.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(
            executable_path=chromium, args=["--no-sandbox", "--disable-dev-shm-usage"]
        )
        yield launched
        launched.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def _signed_in(
    chrome: Browser, server: LiveServer, size: ViewportSize = DESKTOP
) -> tuple[Page, list[str]]:
    """Return a page of the enterer's browser, and the complaints of that browser."""
    session = screens.sign_in(staff.enterer()).cookies[settings.SESSION_COOKIE_NAME].value
    context = chrome.new_context(viewport=size, base_url=server.url)
    context.add_cookies(
        [{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": server.url}]
    )
    page, complaints = context.new_page(), []
    page.on("console", lambda line: complaints.append(line.text) if line.type == "error" else None)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    return page, complaints


def _pick(page: Page, field: str, words: str) -> None:
    page.locator(f"#id_{field} + .select2").click()
    page.locator(".select2-search__field").last.fill(words)
    page.locator(".select2-results__option--highlighted").first.click()


def test_a_figure_is_entered_by_searching_places_and_sources(
    chrome: Browser, live_server: LiveServer
) -> None:
    city, source = records.enter_named_city(), staff.enter_source()
    organisation = staff.enter_organisation()
    page, complaints = _signed_in(chrome, live_server)
    page.goto(screens.address(models.ReportedCount, "add"))
    _pick(page, "organisation", "counters")
    _pick(page, "source", "gazette")
    _pick(page, "city", "тэстбург")
    page.fill("#id_date", "2020-11-08")
    page.fill("#id_phrase", "больш за 380")
    page.click("[name=_hand_in]")
    page.wait_for_selector(".messagelist .success")
    count = models.ReportedCount.objects.get()
    assert (count.city, count.source, count.organisation) == (city, source, organisation)
    assert (count.low, count.state) == (381, "in_review")
    assert not complaints


def test_a_row_is_added_to_a_detention(chrome: Browser, live_server: LiveServer) -> None:
    detention = records.enter_full_detention()
    page, complaints = _signed_in(chrome, live_server)
    page.goto(screens.address(detention))
    page.click("#custody_events-group .add-row a")
    page.select_option("#id_custody_events-2-kind", "fined")
    page.fill("#id_custody_events-2-date", "2020-11-10")
    page.fill("[name=change_reason]", "the court's list")
    page.click("[name=_save]")
    page.wait_for_selector(".messagelist .success")
    assert detention.custody_events.filter(kind="fined").count() == 1
    assert not complaints


def test_no_screen_is_wider_than_a_phone_or_a_small_desktop(
    chrome: Browser, live_server: LiveServer
) -> None:
    detention, count = records.enter_full_detention(), staff.enter_count()
    wide = {}
    for size in (PHONE, DESKTOP):
        page, complaints = _signed_in(chrome, live_server, size)
        for what in (detention, count, count.source, detention.event):
            for name in ("changelist", "change", "history"):
                address = screens.address(type(what) if name == "changelist" else what, name)
                page.goto(address)
                width = page.evaluate("document.documentElement.scrollWidth")
                if width > size["width"]:
                    wide[address] = width
        assert not complaints
    assert not wide
