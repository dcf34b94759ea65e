"""The one JSON form of everything that is counted, for page siblings and the API alike."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from django.utils import timezone, translation

from detentions.tallies.lines import Contradiction

JSON = dict[str, Any] | list[Any] | str | int | float | None


def as_data(shape: Any) -> dict[str, Any]:
    """Return a shape as what `json.dumps` takes: its fields by name, dates in ISO 8601.

    Moments are in the instance's time zone. Sentences are English whatever language is active,
    as is everything else here. Raises TypeError for anything that is no shape.
    """
    if not is_dataclass(shape):
        message = f"{type(shape).__name__} is no shape"
        raise TypeError(message)
    with translation.override("en"):
        data = plain(shape)
    assert isinstance(data, dict)  # noqa: S101 - a dataclass gives a mapping
    return data


def plain(value: Any) -> JSON:
    """Return any part of a shape as what `json.dumps` takes; raises TypeError where it cannot."""
    if is_dataclass(value):
        data = {field.name: plain(getattr(value, field.name)) for field in fields(value)}
        return data | {"sentence": value.sentence} if isinstance(value, Contradiction) else data
    if isinstance(value, Mapping):
        return {str(key): plain(part) for key, part in value.items()}
    if isinstance(value, tuple):
        return [plain(part) for part in value]
    if isinstance(value, dt.datetime):
        return timezone.localtime(value, timezone.get_default_timezone()).isoformat()
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if value is None or isinstance(value, str | int | float):
        return value
    message = f"{type(value).__name__} has no JSON form"
    raise TypeError(message)
