"""Schemas with a name: one for each kind of record and each shape of tally."""

from __future__ import annotations

from dataclasses import fields
from typing import Any, get_type_hints

from drf_spectacular.plumbing import ComponentRegistry, ResolvedComponent

from api.schema import glossary
from api.schema.columns import Schema, of_field, of_type, or_null
from detentions.records import RESOURCES, Field, Key, Related, Resource, Words
from detentions.tallies import Contradiction

PROBLEM: Schema = {
    "type": "object",
    "description": "An error, as RFC 9457 has it.",
    "required": ["type", "title", "status", "detail", "errors"],
    "properties": {
        "type": {"type": "string", "description": "Address of what explains this kind of error."},
        "title": {"type": "string", "description": "The kind of error in words."},
        "status": {"type": "integer", "description": "The HTTP status."},
        "detail": {"type": "string", "description": "What happened here."},
        "errors": {
            "type": "array",
            "description": "One entry for each parameter that cannot be taken.",
            "items": {
                "type": "object",
                "required": ["parameter", "value", "detail", "allowed"],
                "properties": {
                    "parameter": {"type": "string", "description": "Its name."},
                    "value": {"type": "string", "description": "The value that it had."},
                    "detail": {"type": "string", "description": "Why it cannot be taken."},
                    "allowed": {
                        "type": "array",
                        "items": {"type": "string"},
                        "description": "What could be there.",
                    },
                },
            },
        },
        "successor": {
            "type": "string",
            "description": "With 308: id of the record that carries the merged one on.",
        },
        "withdrawn_at": {
            "type": "string",
            "format": "date-time",
            "description": "With 410: when the record was withdrawn.",
        },
        "sunday": {
            "type": ["string", "null"],
            "format": "date",
            "description": "With 404 for a day that is no Sunday: the Sunday of its week.",
        },
    },
}


class Components:
    """Registers schemas as they are referred to, each once."""

    def __init__(self, registry: ComponentRegistry) -> None:
        self._registry = registry

    def problem(self) -> Schema:
        """Return the reference to the schema of errors."""
        return self._reference("Problem", lambda: PROBLEM)

    def record(self, resource: Resource) -> Schema:
        """Return the reference to the schema of a kind of record."""

        def build() -> Schema:
            """Return the schema itself."""
            return {
                "type": "object",
                "description": glossary.KINDS[resource.name],
                "properties": self._properties(resource.fields),
            }

        return self._reference(glossary.component(resource.name), build)

    def shape(self, shape: type[Any]) -> Schema:
        """Return the reference to the schema of a dataclass that counting hands out."""
        return self._reference(f"Tally{shape.__name__}", lambda: self._shape(shape))

    def _reference(self, name: str, build: Any) -> Schema:
        component = ResolvedComponent(name, ResolvedComponent.SCHEMA, {}, name)  # type: ignore[no-untyped-call]
        if component not in self._registry:
            # Registered before it is built, because records refer to each other in circles.
            self._registry.register(component)
            component.schema = build()
        reference: Schema = component.ref
        return reference

    def _shape(self, shape: type[Any]) -> Schema:
        hints = get_type_hints(shape)
        properties = {
            field.name: _described(
                of_type(hints[field.name], self.shape), glossary.of_tally(shape, field.name)
            )
            for field in fields(shape)
        }
        if shape is Contradiction:
            properties["sentence"] = {"type": "string", "description": glossary.SENTENCE}
        return {
            "type": "object",
            "description": glossary.first_sentences(shape),
            "required": list(properties),
            "properties": properties,
        }

    def _properties(self, keys: tuple[Key, ...]) -> dict[str, Schema]:
        return {key.key: self._property(key) for key in keys}

    def _property(self, key: Key) -> Schema:
        if isinstance(key, Related):
            return _described(self._related(key), key.help_text)
        assert isinstance(key, Field)  # noqa: S101 - keys are declared as one or the other
        schema = of_field(key.type, blank=key.blank)
        if key.refers_to:
            target = self.record(RESOURCES[key.refers_to])
            schema = {
                "oneOf": [or_null(schema) if "null" not in schema["type"] else schema, target]
            }
        return _described(schema, key.help_text)

    def _related(self, key: Related) -> Schema:
        if key.flat:
            item = self._property(key.fields[0])
        else:
            properties = self._properties(key.fields)
            item = {"type": "object", "required": list(properties), "properties": properties}
        if key.many:
            return {"type": "array", "items": item}
        return item if key.flat else or_null(item)


def _described(schema: Schema, words: Words) -> Schema:
    return {**schema, "description": str(words)}
