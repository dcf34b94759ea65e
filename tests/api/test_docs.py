"""/docs/: the manual made of the OpenAPI document, which needs no script."""

import pytest

from tests.api.asking import ask, problem, told

pytestmark = pytest.mark.django_db

LARGEST = 30 * 1024


def _page(path: str) -> str:
    response = ask(path)
    assert response.status_code == 200
    assert response.headers["Content-Type"] == "text/html; charset=utf-8"
    assert len(response.content) <= LARGEST
    return str(response.content.decode())


def test_the_manual_names_every_address_with_its_parameters_and_answers() -> None:
    document = told("schema/")
    first = _page("docs/")
    for path, item in document["paths"].items():
        operation = item["get"]
        assert f"<code>{path}</code>" in first
        group = _page(f"docs/{operation['tags'][0]}/")
        assert f'id="{operation["operationId"]}"' in group
        for parameter in operation.get("parameters", []):
            assert f"<code>{parameter['name']}</code>" in group
        for status in operation["responses"]:
            assert f"<b>{status}</b>" in group


def test_the_manual_has_a_page_for_every_schema() -> None:
    for name, schema in told("schema/")["components"]["schemas"].items():
        page = _page(f"docs/schemas/{name}/")
        for key in schema["properties"]:
            assert f"<code>{key}</code>" in page


def test_the_manual_holds_no_script_and_no_inline_style() -> None:
    for path in ("docs/", "docs/detentions/", "docs/schemas/Detention/"):
        page = _page(path)
        assert "<script" not in page
        assert "style=" not in page


def test_pages_of_the_manual_that_are_not_there_are_problems() -> None:
    problem("docs/nothing/", 404)
    problem("docs/schemas/Nothing/", 404)
