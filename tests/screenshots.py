"""`make screenshots`: the pictures of docs/screenshots, taken from a running `make run`."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path
from typing import Literal, NamedTuple

from playwright.sync_api import Browser, sync_playwright

from tests.conftest import CHROMIUM_NAMES

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "screenshots"
PHONE = 360
DESKTOP = 1280


class Picture(NamedTuple):
    """One file: a page as a screen of that size shows it, from its top."""

    name: str
    address: str
    width: int
    height: int
    scheme: Literal["light", "dark"] = "light"


PICTURES = (
    Picture("home-desktop-light", "/", DESKTOP, 1100),
    Picture("sundays-desktop-light", "/sundays/", DESKTOP, 1000),
    Picture("sunday-desktop-light", "/sundays/2020-11-08/", DESKTOP, 1400),
    Picture("sunday-desktop-dark", "/sundays/2020-11-08/", DESKTOP, 1400, "dark"),
    Picture("sunday-phone-light", "/sundays/2020-11-08/", PHONE, 1500),
    Picture("sunday-phone-dark", "/sundays/2020-11-08/", PHONE, 1500, "dark"),
)


def main(arguments: list[str]) -> int:
    """Take every picture from the site at the address given; return the exit code."""
    chromium = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if len(arguments) != 1 or chromium is None:
        print("python -m tests.screenshots ADDRESS, with Chromium installed", file=sys.stderr)  # noqa: T201
        return 2
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        for picture in PICTURES:
            take(browser, picture, arguments[0].rstrip("/"))
        browser.close()
    return 0


def take(browser: Browser, picture: Picture, site: str) -> None:
    """Write the picture's file; raises RuntimeError when the page is not there."""
    page = browser.new_page(
        viewport={"width": picture.width, "height": picture.height}, color_scheme=picture.scheme
    )
    answer = page.goto(site + picture.address)
    if answer is None or not answer.ok:
        raise RuntimeError(f"{site}{picture.address} answers {answer and answer.status}")
    page.screenshot(path=FOLDER / f"{picture.name}.png")
    page.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
