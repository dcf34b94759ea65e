"""/schema/: the OpenAPI document says what the API does."""

from typing import Any

import pytest
from drf_spectacular.validation import validate_schema

from api.urls import urlpatterns
from detentions.filters import FILTERS
from detentions.records import RESOURCES
from tests.api.asking import ask, told

pytestmark = pytest.mark.django_db

NOT_IN_THE_DOCUMENT = {"docs", "docs-group", "docs-schema", "console", "nothing"}


@pytest.fixture
def document() -> dict[str, Any]:
    described: dict[str, Any] = told("schema/")
    return described


def test_the_document_is_valid_openapi_3_1(document: dict[str, Any]) -> None:
    assert document["openapi"].startswith("3.1.")
    validate_schema(document)  # type: ignore[no-untyped-call]


def test_every_address_is_in_the_document(document: dict[str, Any]) -> None:
    routes = {
        pattern.name: str(pattern.pattern) for pattern in urlpatterns if hasattr(pattern, "name")
    }
    served = {route for name, route in routes.items() if name not in NOT_IN_THE_DOCUMENT}
    described = {path.removeprefix("/api/v1/") for path in document["paths"]}
    plain = {
        route.replace("<str:", "{").replace("<slug:", "{").replace(">", "}") for route in served
    }
    assert described == plain
    assert {"get"} == {method for item in document["paths"].values() for method in item}


def test_every_address_and_parameter_is_described(document: dict[str, Any]) -> None:
    for path, item in document["paths"].items():
        operation = item["get"]
        assert operation["summary"], path
        assert operation["description"], path
        for parameter in operation.get("parameters", []):
            assert parameter["description"], (path, parameter["name"])
        for status, response in operation["responses"].items():
            assert response["description"], (path, status)


def test_every_key_is_described(document: dict[str, Any]) -> None:
    def undescribed(schema: dict[str, Any], at: str) -> list[str]:
        found = []
        for name, held in schema.get("properties", {}).items():
            if not held.get("description"):
                found.append(f"{at}.{name}")
            found += undescribed(held.get("items", held), f"{at}.{name}")
        return found

    for name, schema in document["components"]["schemas"].items():
        assert schema["description"], name
        assert undescribed(schema, name) == []


@pytest.mark.parametrize("kind", RESOURCES)
def test_every_filter_of_a_list_is_in_the_document(kind: str, document: dict[str, Any]) -> None:
    operation = document["paths"][f"/api/v1/{kind}/"]["get"]
    described = {parameter["name"] for parameter in operation["parameters"]}
    common = {"fields", "omit", "ordering", "page_size", "cursor", "count"}
    assert described - {"expand"} == set(FILTERS[kind].parameters()) | common


def test_names_of_operations_are_unique(document: dict[str, Any]) -> None:
    names = [item["get"]["operationId"] for item in document["paths"].values()]
    assert len(names) == len(set(names))


def test_the_document_says_what_needs_no_key(document: dict[str, Any]) -> None:
    assert all(item["get"]["security"] == [{}] for item in document["paths"].values())


def test_every_address_says_what_may_go_wrong(document: dict[str, Any]) -> None:
    for path, item in document["paths"].items():
        assert {"400", "405", "406", "500", "503"} <= set(item["get"]["responses"]), path
    for path in ("events/{key}", "tallies/cities/{city}", "tallies/sundays/{day}/{city}"):
        assert "410" in document["paths"][f"/api/v1/{path}/"]["get"]["responses"], path


def test_the_document_is_the_same_each_time() -> None:
    assert ask("schema/").content == ask("schema/").content
