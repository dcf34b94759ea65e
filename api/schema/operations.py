"""What one address answers, said by its view and written into the OpenAPI document."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from drf_spectacular.openapi import AutoSchema
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse

from api.schema.columns import Schema
from api.schema.components import Components
from detentions.filters.values import Several, Value
from detentions.problem_details import KINDS, MEDIA_TYPE

NOT_MODIFIED = 304
_ALWAYS = (400, 405, 406, 500, 503)


@dataclass(frozen=True, slots=True)
class Operation:
    """What reading one address gives."""

    id: str
    tag: str
    summary: str
    description: str
    answer: Callable[[Components], Schema]
    parameters: tuple[OpenApiParameter, ...] = ()
    # Beside those that every address may answer.
    problems: tuple[int, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)


def query(name: str, value: Value, description: str) -> OpenApiParameter:
    """Return a parameter after the question mark."""
    in_one = isinstance(value, Several)
    return OpenApiParameter(
        name,
        value.schema,
        OpenApiParameter.QUERY,
        description=description,
        style="form" if in_one else None,
        explode=False if in_one else None,
    )


def in_path(name: str, schema: Schema, description: str) -> OpenApiParameter:
    """Return a parameter within the path."""
    return OpenApiParameter(
        name, schema, OpenApiParameter.PATH, required=True, description=description
    )


class OperationSchema(AutoSchema):
    """Writes the operation of a view; nothing is guessed from its code."""

    def get_operation_id(self) -> str:
        """Return its name for generated clients."""
        return self._operation.id

    def get_tags(self) -> list[str]:
        """Return the group that it is listed in."""
        return [self._operation.tag]

    def get_summary(self) -> str:
        """Return what it is in a few words."""
        return self._operation.summary

    def get_description(self) -> str:  # type: ignore[override]
        """Return what it is in full."""
        return self._operation.description

    def get_auth(self) -> list[Schema]:
        """Return that nobody has to say who they are."""
        return [{}]

    def get_override_parameters(self) -> list[Any]:
        """Return its parameters, and the headers of its answers."""
        headers = {
            "ETag": "Names the data version and the day: send it back in If-None-Match.",
            **self._operation.headers,
        }
        answers = (
            OpenApiParameter(name, {"type": "string"}, "header", description=words, response=[200])
            for name, words in headers.items()
        )
        return [*self._operation.parameters, *answers]

    def get_response_serializers(self) -> dict[Any, OpenApiResponse]:  # type: ignore[override]
        """Return every status that it may answer with."""
        components = Components(self.registry)
        problems = {
            (status, MEDIA_TYPE): OpenApiResponse(components.problem(), KINDS[status][1])
            for status in sorted({*_ALWAYS, *self._operation.problems})
        }
        return {
            200: OpenApiResponse(self._operation.answer(components), self._operation.summary),
            NOT_MODIFIED: OpenApiResponse(None, "Nothing has changed since the ETag sent"),
            **problems,
        }

    @property
    def _operation(self) -> Operation:
        view: Any = self.view
        operation: Operation = view.operation()
        return operation
