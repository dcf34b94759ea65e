"""The list of everything that the API answers."""

from __future__ import annotations

from django.urls import reverse
from rest_framework.request import Request
from rest_framework.response import Response

from api.base import View
from api.schema.columns import Schema
from api.schema.components import Components
from api.schema.operations import Operation
from detentions.public.version import data_version, is_demonstration
from detentions.records import RESOURCES

TALLIES = {"sundays": "tallies-sundays", "cities": "tallies-cities", "matrix": "tallies-matrix"}
ABOUT = {"status": "status", "schema": "schema", "docs": "docs"}


class Index(View):
    """What there is."""

    def get(self, request: Request) -> Response:
        """Return the data version and the address of each list."""
        self.check(request)

        def address(name: str) -> str:
            """Return the whole address of a list."""
            return request.build_absolute_uri(reverse(f"api:{name}"))

        return Response(
            {
                "data_version": data_version(),
                "demonstration": is_demonstration(),
                "records": {name: address(name) for name in RESOURCES},
                "tallies": {name: address(target) for name, target in TALLIES.items()},
                **{name: address(target) for name, target in ABOUT.items()},
            }
        )

    def operation(self) -> Operation:
        """Return what the index is."""

        def answer(_components: Components) -> Schema:
            """Return the schema of the index."""
            address = {"type": "string", "format": "uri"}
            addresses = {"type": "object", "additionalProperties": address}
            properties = {
                "data_version": {"type": "integer", "description": "The newest data version."},
                "demonstration": {
                    "type": "boolean",
                    "description": "Whether individual records are invented, figures real.",
                },
                "records": {**addresses, "description": "Lists of records, by kind."},
                "tallies": {**addresses, "description": "What is counted."},
                "status": {**address, "description": "The state of the public data."},
                "schema": {**address, "description": "This document."},
                "docs": {**address, "description": "This document for readers."},
            }
            return {"type": "object", "required": list(properties), "properties": properties}

        return Operation(
            id="index",
            tag="about",
            summary="Everything that the API answers",
            description="The data version and the address of each list.",
            answer=answer,
        )
