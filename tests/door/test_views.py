"""The door: every view answers, and its model names exactly its columns."""

import pytest
from django.apps import apps
from django.db import connections
from django.db.models import Model

from detentions.public import install
from detentions.public.columns import PublicView

PUBLIC_MODELS = [model for model in apps.get_models() if issubclass(model, PublicView)]


def _columns(view: str) -> list[str]:
    with connections["public"].cursor() as cursor:
        cursor.execute(f"SELECT * FROM {view} LIMIT 0")
        return [column[0] for column in cursor.description]


@pytest.mark.django_db
@pytest.mark.parametrize("model", PUBLIC_MODELS, ids=lambda model: model.__name__)
def test_a_public_model_names_exactly_the_columns_of_its_view(model: type[Model]) -> None:
    assert {field.column for field in model._meta.concrete_fields} == set(
        _columns(model._meta.db_table)
    )


def test_every_view_has_a_model() -> None:
    views = {name for name, _statement in install.statements()}
    assert views == {model._meta.db_table for model in PUBLIC_MODELS}


def test_a_public_model_cannot_be_written() -> None:
    for model in PUBLIC_MODELS:
        with pytest.raises(TypeError, match="written by `entry`"):
            model._default_manager.create()


@pytest.mark.parametrize("model", PUBLIC_MODELS, ids=lambda model: model.__name__)
def test_no_public_column_is_called_like_a_private_one(model: type[Model]) -> None:
    private = {"notes", "contacts", "consent_by", "publication_reason", "entered_by_id", "state"}
    assert not private & {field.column for field in model._meta.concrete_fields}


def test_every_column_has_a_description() -> None:
    missing = [
        f"{model.__name__}.{field.name}"
        for model in apps.get_models()
        if model._meta.app_label in {"detentions", "public"}
        and not model.__name__.startswith("Historical")
        for field in model._meta.concrete_fields
        if not field.help_text and not (field.primary_key and field.auto_created)
    ]
    assert missing == []
