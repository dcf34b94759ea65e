"""Foreign keys as labelled choices, and the child rows that are entered with a record."""

from __future__ import annotations

from typing import Any

from django.contrib.admin.widgets import RelatedFieldWidgetWrapper
from django.db.models import QuerySet, TextField
from django.forms import Textarea
from django.http import HttpRequest

from detentions.admin.forms import PartFormSet
from detentions.admin.generic import AnyTabularInline
from detentions.admin.labels import RecordChoiceField, RecordSelect


class LabelledChoices:
    """Foreign keys as searchable choices among labelled records."""

    admin_site: Any

    def formfield_for_foreignkey(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Name each choice so that it can be told from its namesakes."""
        if self.admin_site.is_registered(db_field.related_model):
            related = self.admin_site.get_model_admin(db_field.related_model)
            choices = db_field.related_model._default_manager.all()
            if joined := related.list_select_related:
                choices = choices.select_related(*joined)
            kwargs.setdefault("queryset", choices)
        kwargs.setdefault("form_class", RecordChoiceField)
        parent: Any = super()
        if db_field.name in parent.get_autocomplete_fields(request):
            kwargs.setdefault("widget", RecordSelect(db_field, self.admin_site))
        return parent.formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_dbfield(self, db_field: Any, request: Any, **kwargs: Any) -> Any:
        """Offer to enter and to look at a related record, never to delete it from here."""
        parent: Any = super()
        field = parent.formfield_for_dbfield(db_field, request, **kwargs)
        if field and isinstance(field.widget, RelatedFieldWidgetWrapper):
            field.widget.can_delete_related = False
        return field


class PartInline(LabelledChoices, AnyTabularInline):
    """Child rows of a record: who may change the record may change them."""

    formset = PartFormSet
    formfield_overrides = {TextField: {"widget": Textarea(attrs={"rows": 3, "cols": 40})}}
    exclude = ("script",)

    def get_queryset(self, request: HttpRequest) -> QuerySet[Any]:
        """Fetch with the rows what they point at, and what its label needs."""
        joined: list[str] = []
        for name in self.autocomplete_fields:
            related: Any = self.model._meta.get_field(name).related_model
            further = self.admin_site.get_model_admin(related).list_select_related
            joined += [name, *(f"{name}__{column}" for column in further)]
        rows: QuerySet[Any] = super().get_queryset(request)
        return rows.select_related(*joined) if joined else rows

    def get_extra(self, request: HttpRequest, obj: Any = None, **kwargs: Any) -> int:
        """Show an empty row where there is nothing yet."""
        return 0 if obj else 1

    def has_view_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As the record."""
        return bool(self._parent().has_view_permission(request, obj))

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As a change of the record, or its entry."""
        return self.has_change_permission(request, obj)

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As a change of the record, or its entry."""
        if obj is None:
            return bool(self._parent().has_add_permission(request))
        return bool(self._parent().has_change_permission(request, obj))

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        """As a change of the record."""
        return self.has_change_permission(request, obj)

    def _parent(self) -> Any:
        return self.admin_site.get_model_admin(self.parent_model)
