"""How a record is named where it is chosen or linked: enough to tell it from its namesakes."""

from __future__ import annotations

from functools import singledispatch
from typing import Any

from django.contrib.admin.widgets import AutocompleteSelect
from django.db.models import Model

from detentions import quantities, wording
from detentions.admin.generic import AnyModelChoiceField
from detentions.models import City, Detainee, Event, ReportedCount, Source


class RecordChoiceField(AnyModelChoiceField):
    """A choice among records, each shown by its label."""

    def label_from_instance(self, obj: Model) -> str:
        """Show the label that the search results show."""
        return label(obj)


class RecordSelect(AutocompleteSelect):
    """A searchable choice that does not fetch anew, for each row of a form, what was chosen."""

    chosen: Model | None = None

    def optgroups(self, name: str, value: Any, attr: Any = None) -> Any:
        """Offer the chosen record, and nothing where there is none."""
        if self.chosen is None or list(value) != [str(self.chosen.pk)]:
            return super().optgroups(name, value, attr)
        groups: Any = super().optgroups(name, [], attr)
        options = groups[0][1]
        text = label(self.chosen)
        options.append(self.create_option(name, self.chosen.pk, text, True, len(options)))
        return groups


@singledispatch
def label(record: Model) -> str:
    """Return the record's name with what tells it from others of that name."""
    return str(record)


@label.register
def _(record: City) -> str:
    return f"{record.name} ({record.region})" if record.region else record.name


@label.register
def _(record: Detainee) -> str:
    return f"{record} ({record.year_of_birth})" if record.year_of_birth else str(record)


@label.register
def _(record: Event) -> str:
    return f"{record} ({record.city})"


@label.register
def _(record: Source) -> str:
    publisher = record.publisher if record.title or record.url else None
    return ", ".join(str(part) for part in (record, publisher, record.published_on) if part)


@label.register
def _(record: ReportedCount) -> str:
    return f"{record.date} {record.organisation}: {in_words(record)}"


def in_words(count: ReportedCount) -> str:
    """Return the figure in words, or as printed where its bounds say nothing that can be said."""
    try:
        return wording.in_words(quantities.Quantity(count.qualifier, count.low, count.high))
    except quantities.UnfitBounds:
        return count.phrase or count.qualifier
