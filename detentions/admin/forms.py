"""Forms that know which version of the record they were opened on."""

from __future__ import annotations

from typing import Any, ClassVar

from django import forms
from django.core.exceptions import NON_FIELD_ERRORS, ValidationError
from django.forms.models import construct_instance
from django.utils.translation import gettext_lazy as _

from detentions.admin import stale
from detentions.admin.generic import AnyInlineFormSet, AnyModelForm
from detentions.admin.labels import RecordSelect


class RecordForm(AnyModelForm):
    """A record's own fields. What follows from other columns, `entry` fills in and checks."""

    opened_revision = forms.IntegerField(widget=forms.HiddenInput, required=False)
    change_reason = forms.CharField(
        label=_("Reason for the change"),
        required=False,
        max_length=300,
        help_text=_("Optional; kept in the history."),
        widget=forms.TextInput(attrs={"class": "vTextField"}),
    )
    # Why `entry` refused what this form says, when it is shown again for that.
    refusal: ClassVar[Exception | None] = None
    # Columns whose values do not come from the fields of those names.
    derived: frozenset[str] = frozenset()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.instance._state.adding:
            self.fields["opened_revision"].initial = self.instance.revision
        if self.is_bound:
            self.data = self.data.copy()  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """Refuse an older version, and show why `entry` refused."""
        if not self.instance._state.adding and self._is_stale():
            self.instance.opened_version = stale.refuse(self, self._opened())
        elif self.refusal is not None:
            self._show(self.refusal)
        return self.cleaned_data

    def _post_clean(self) -> None:
        """Check field by field, and leave constraints to `entry`.

        Some hold only once `entry` has filled in what follows from other columns.
        """
        meta: Any = self._meta
        exclude = self._get_validation_exclusions()  # type: ignore[attr-defined]
        try:
            self.instance = construct_instance(self, self.instance, meta.fields, meta.exclude)
            self.instance.clean_fields(exclude=exclude)
        except ValidationError as error:
            self._update_errors(error)  # type: ignore[attr-defined]

    def _opened(self) -> int | None:
        opened: int | None = self.cleaned_data.get("opened_revision")
        return opened

    def _is_stale(self) -> bool:
        return bool(self._opened() != self.instance.revision)

    def _show(self, refusal: Exception) -> None:
        if not isinstance(refusal, ValidationError):
            self.add_error(None, str(refusal))
        elif hasattr(refusal, "error_dict"):
            for name, errors in refusal.error_dict.items():
                self.add_error(name if name in self.fields else None, _named(self, name, errors))
        else:
            self.add_error(None, refusal)


class PartFormSet(AnyInlineFormSet):
    """The child rows of a record, which are entered with it."""

    def add_fields(self, form: Any, index: int | None) -> None:
        """Say what happened to a row that somebody else deleted meanwhile."""
        super().add_fields(form, index)
        for name, field in form.fields.items():
            select = getattr(field.widget, "widget", None)
            if isinstance(select, RecordSelect) and form.instance.pk:
                select.chosen = getattr(form.instance, name)
        form.fields["id"].error_messages["invalid_choice"] = _(
            "Somebody else deleted this row meanwhile. Mark it for deletion, or enter it again "
            "in a new row."
        )

    def clean(self) -> None:
        """Show what others changed in these rows since the form was opened."""
        super().clean()
        self.stored = list(self.get_queryset())
        # Django shows as many rows as are stored, so that a row which somebody else deleted
        # would hide one that was typed.
        self._queryset = [form.instance for form in self.initial_forms]
        if hasattr(self.instance, "opened_version"):
            self._rebase(self.instance.opened_version)

    def _rebase(self, opened: Any) -> None:
        before: dict[Any, Any] = {}
        if opened is not None:
            before = stale.past_rows(
                self.model, self.fk.name, self.instance, at=opened.history_date
            )
        for form in self.initial_forms:
            if form.instance.pk in before:
                for line in stale.rebase(form, before[form.instance.pk]):
                    form.add_error(None, line)
        shown = {form.instance.pk for form in self.initial_forms}
        fresh = [str(row) for row in self.stored if row.pk not in shown]
        if fresh:
            message = _("Added by somebody else meanwhile, and kept: %s") % ", ".join(fresh)
            self._non_form_errors.append(message)  # type: ignore[attr-defined]


def _named(form: Any, name: str, errors: list[ValidationError]) -> list[ValidationError]:
    """Put the name of the column before errors that stand beside no field of the form."""
    if name in form.fields or name == NON_FIELD_ERRORS:
        return errors
    return [ValidationError(f"{name}: {text}") for error in errors for text in error.messages]
