"""Lists of public records, and single ones."""

from __future__ import annotations

from typing import Any

from rest_framework.request import Request
from rest_framework.response import Response

from api import asked, paging
from api.base import View
from api.schema import glossary, parameters
from api.schema.columns import Schema
from api.schema.components import Components
from api.schema.operations import Operation
from detentions import records
from detentions.filters import FILTERS, check_names


class RecordList(View):
    """A list of one kind of record."""

    resource: records.Resource = records.CITIES

    def get(self, request: Request) -> Response:
        """Return one page of the list."""
        query = request.query_params
        filters = FILTERS[self.resource.name]
        also = asked.list_parameters(self.resource)
        check_names(query, {*filters.parameters(), *also})
        shape, turn = asked.shape(self.resource, query), asked.turn(self.resource, query)
        queryset = filters.narrow(query, self.resource.all(), today=self.today, also=also)
        wanted = {*shape.keys, "id", turn.order.column}
        rows = shape.resource.rows(
            paging.slice_of(queryset, turn.order, turn.cursor, turn.size),
            today=self.today,
            keys=wanted,
        )
        page = paging.page_of(rows, turn.list, turn.order, turn.cursor, turn.size)
        links = {"next": _link(request, page.next), "previous": _link(request, page.previous)}
        results = (
            [_only(row, shape.keys) for row in page.rows] if wanted - shape.keys else page.rows
        )
        data: dict[str, Any] = {**links, "results": results}
        if turn.count:
            data["count"] = queryset.count()
        return Response(data, headers=_header(links))

    def operation(self) -> Operation:
        """Return what a page of the list is."""

        def answer(components: Components) -> Schema:
            """Return the schema of a page."""
            link = {"type": ["string", "null"], "format": "uri"}
            properties = {
                "next": {**link, "description": "Address of the next page; null on the last."},
                "previous": {
                    **link,
                    "description": "Address of the one before; null on the first.",
                },
                "results": {
                    "type": "array",
                    "description": "The records.",
                    "items": components.record(self.resource),
                },
                "count": {"type": "integer", "description": "All records; only with `count=true`."},
            }
            required = ["next", "previous", "results"]
            return {"type": "object", "required": required, "properties": properties}

        kind = self.resource.name
        return Operation(
            id=f"{kind.replace('-', '_')}_list",
            tag=kind,
            summary=f"List {kind.replace('-', ' ')}",
            description=glossary.KINDS[kind],
            answer=answer,
            parameters=parameters.of_list(self.resource),
            headers={"Link": "Next and previous page, as RFC 8288 has it."},
        )


class RecordDetail(View):
    """One record of one kind."""

    resource: records.Resource = records.CITIES

    def get(self, request: Request, key: str) -> Response:
        """Return the record with an id, or a slug where it has one."""
        query = request.query_params
        check_names(query, asked.shape_parameters(self.resource))
        shape = asked.shape(self.resource, query)
        return Response(shape.resource.one(key, today=self.today, keys=shape.keys))

    def operation(self) -> Operation:
        """Return what one record is."""
        kind = self.resource.name
        return Operation(
            id=f"{kind.replace('-', '_')}_one",
            tag=kind,
            summary=f"One of the {kind.replace('-', ' ')}",
            description=glossary.KINDS[kind],
            answer=lambda components: components.record(self.resource),
            parameters=parameters.of_record(self.resource),
            problems=(308, 404, 410),
        )


def _only(row: records.Row, keys: frozenset[str]) -> records.Row:
    return {key: value for key, value in row.items() if key in keys}


def _link(request: Request, cursor: paging.Cursor | None) -> str | None:
    """Return the address of the page that a cursor stands for, other parameters unchanged."""
    if cursor is None:
        return None
    query = request.query_params.copy()
    query[paging.PARAMETER] = str(cursor)
    return request.build_absolute_uri(f"{request.path}?{query.urlencode(safe=',')}")


def _header(links: dict[str, str | None]) -> dict[str, str]:
    """Return the same as a `Link` header (RFC 8288)."""
    named = {"next": "next", "previous": "prev"}
    parts = [f'<{link}>; rel="{named[name]}"' for name, link in links.items() if link]
    return {"Link": ", ".join(parts)} if parts else {}
