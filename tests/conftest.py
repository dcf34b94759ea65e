"""What every test may use."""

from pathlib import Path

import pytest
from django.conf import settings
from django.test import TransactionTestCase

SHARED_DATA = Path(__file__).resolve().parent.parent.parent / "shared" / "data"


def pytest_configure() -> None:
    """Serve static files by their plain names, and let every test use both database aliases."""
    settings.STORAGES["staticfiles"] = {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
    }
    TransactionTestCase.databases = {"default", "public"}


def shared_data(name: str) -> Path:
    """Return the path of a file beside the checkout, or skip the test when it is not there."""
    path = SHARED_DATA / name
    if not path.exists():
        pytest.skip(f"{name} is not beside this checkout (looked in ../shared/data)")
    return path
