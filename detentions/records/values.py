"""Values that a record shows beside the columns of its view."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext

from detentions import custody
from detentions.quantities import Quantity, in_words
from detentions.records.shape import Row


def source_title(row: Row, _today: dt.date) -> str:
    """Return the title of a figure's source; of a confidential one no more than that it is."""
    return gettext("confidential source") if row["source_confidential"] else row["source_title"]


def text(row: Row, _today: dt.date) -> str:
    """Return the figure in words, with its hedge."""
    return in_words(Quantity(row["qualifier"], row["low"], row["high"]))


def place_kind(row: Row, _today: dt.date) -> str:
    """Return what sort of place was counted: city, region, area or country."""
    if row["city_id"]:
        return "city"
    return row["region_kind"] or "country"


def status(row: Row, today: dt.date) -> str:
    """Return the status of a detention on a day."""
    return _status(row, today)[0]


def status_since(row: Row, today: dt.date) -> dt.date:
    """Return the day since which that status stands."""
    return _status(row, today)[1]


def _status(row: Row, today: dt.date) -> tuple[str, dt.date]:
    return custody.status(row["last_step"], row["last_step_date"], row["date"], today=today)
