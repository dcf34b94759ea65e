"""Validating a record whole, with every fault beside the column that it is about."""

from __future__ import annotations

from collections import defaultdict

from django.core.exceptions import NON_FIELD_ERRORS, ValidationError

from detentions.models.base import Record


def validate(record: Record) -> None:
    """Raise ValidationError, naming the columns, for values and constraints that do not hold."""
    try:
        record.full_clean()
    except ValidationError as error:
        raise _beside_columns(record, error) from error


def _beside_columns(record: Record, error: ValidationError) -> ValidationError:
    columns = {column.name for column in record._meta.concrete_fields}
    beside: dict[str, list[ValidationError]] = defaultdict(list)
    for name, faults in error.error_dict.items():
        for fault in faults:
            told = name == NON_FIELD_ERRORS and fault.code in columns
            beside[str(fault.code) if told else name].append(fault)
    return ValidationError(dict(beside))
