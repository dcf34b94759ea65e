"""Every rule of the architecture, broken on purpose: the checker must name each breach."""

from pathlib import Path
from textwrap import dedent

import pytest

from tests.architecture.examples import ALLOWED_LINES, BROKEN_LINES, IN_ITS_PLACE
from tests.architecture.examples_of_messages import (
    MARKED,
    TRANSLATED,
    UNMARKED,
    UNTRANSLATED,
)
from tests.architecture.rules import RULES, breaches

DOC = '"""What it is."""\n'
LONG_FUNCTION = "def f():\n" + "    x = 1\n" * 40

# rule, file, content, and the breach that must be named
BROKEN = [
    ("has_a_rank", "detentions/helpers.py", "", "detentions.helpers has no rank"),
    (
        "imports_point_down",
        "detentions/models/events.py",
        "from detentions.tallies import headline",
        "1 detentions.models may not import detentions.tallies",
    ),
    (
        "imports_point_down",
        "detentions/models/events.py",
        "from ..entry.records import create",
        "detentions.models may not import detentions.entry",
    ),
    (
        "imports_point_down",
        "detentions/entry/records.py",
        "def create():\n    from detentions import intake",
        "2 detentions.entry may not import detentions.intake",
    ),
    (
        "imports_point_down",
        "detentions/entry/records.py",
        "import importlib\nimportlib.import_module('detentions.intake')",
        "2 detentions.entry may not import detentions.intake",
    ),
    (
        "imports_point_down",
        "detentions/tallies/table.py",
        "import detentions.entry",
        "detentions.tallies may not import detentions.entry",
    ),
    (
        "imports_point_down",
        "api/views.py",
        "from detentions.pages import views",
        "api may not import detentions.pages",
    ),
    ("imports_point_down", "api/views.py", "from tracker import settings", "import tracker"),
    (
        "nothing_imports_tests",
        "detentions/demo.py",
        "from tests import factories",
        "detentions.demo may not import tests",
    ),
    ("no_star", "tests/test_x.py", "from os.path import *", "import * from os.path"),
    (
        "no_casework_right_of_the_door",
        "detentions/records.py",
        "from detentions.models import Detainee",
        "uses the casework model detentions.models.Detainee",
    ),
    (
        "no_casework_right_of_the_door",
        "api/views.py",
        "def f():\n    from detentions import models",
        "uses the casework model detentions.models",
    ),
    (
        "no_casework_right_of_the_door",
        "detentions/pages/views.py",
        "from django.apps import apps\napps.get_model('detentions', 'Detainee')",
        "looks up a casework model by its name",
    ),
    (
        "no_casework_right_of_the_door",
        "detentions/tallies/table.py",
        "QUERY = 'SELECT name FROM detentions_detainee'",
        "names the casework table detentions_detainee",
    ),
    (
        "rules_without_django",
        "detentions/names/keys.py",
        "from django.utils.text import slugify",
        "may not import django.utils.text.slugify",
    ),
    (
        "rules_without_django",
        "detentions/sundays.py",
        "from datetime import date\nTODAY = date.today()",
        "detentions.sundays may not read the clock",
    ),
    (
        "no_requests_below_the_interface",
        "detentions/entry/records.py",
        "from django.http import Http404",
        "detentions.entry may not import django.http.Http404",
    ),
    (
        "models_do_no_hidden_work",
        "detentions/models/events.py",
        "class Event:\n    def save(self): ...",
        "a model overrides save()",
    ),
    (
        "models_do_no_hidden_work",
        "detentions/models/events.py",
        "from django.db.models.signals import post_save",
        "a model listens to signals",
    ),
    (
        "pages_ask_the_domain",
        "detentions/pages/views.py",
        "rows = PublicEvent.objects.all()",
        "a page uses .objects",
    ),
    (
        "query_counts_are_checked",
        "tests/test_x.py",
        "def test_x(self):\n    self.assertNumQueries(3)",
        "2 assertNumQueries(…) without `with` checks nothing",
    ),
    (
        "query_counts_are_checked",
        "tests/test_x.py",
        "def test_x(django_assert_num_queries):\n    django_assert_num_queries(3)",
        "django_assert_num_queries(…) without `with` checks nothing",
    ),
    (
        "fields_are_listed",
        "api/serializers.py",
        'class S:\n    class Meta:\n        fields = "__all__"',
        '3 fields = "__all__"',
    ),
    ("functions_are_short", "tests/test_x.py", LONG_FUNCTION, "f() has 41 lines, over 40"),
    (
        "functions_are_short",
        "api/views.py",
        "class V:\n" + "".join(f"    {line}\n" for line in LONG_FUNCTION.splitlines()),
        "f() has 41 lines, over 40",
    ),
    (
        "functions_are_short",
        "tests/test_x.py",
        "@first\n@second(\n    1,\n)\ndef f():\n" + "    x = 1\n" * 36,
        "5 f() has 41 lines, over 40",
    ),
    ("public_names_are_explained", "api/views.py", "x = 1", "api.views has no docstring"),
    ("public_names_are_explained", "api/views.py", "def f(): ...", "f has no docstring"),
    ("public_names_are_explained", "api/views.py", "class V: ...", "V has no docstring"),
    (
        "public_names_are_explained",
        "api/views.py",
        'class V:\n    """A view."""\n    def get(self): ...',
        "V.get has no docstring",
    ),
    (
        "public_names_are_explained",
        "api/views.py",
        'def f():\n    """Do."""\n    if f:\n        def inner(): ...',
        "inner has no docstring",
    ),
    (
        "public_names_are_explained",
        "api/views.py",
        "class _V:\n    class Meta: ...\n    def get(self):\n        class Inner: ...",
        "Inner has no docstring",
    ),
    *BROKEN_LINES,
    *UNMARKED,
]


def write(root: Path, path: str, content: str) -> None:
    """Put one file below the root."""
    target = root / path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(content, encoding="utf-8")


@pytest.mark.parametrize(("rule", "path", "content", "breach"), BROKEN)
def test_a_broken_rule_is_named_with_its_file_and_line(
    tmp_path: Path, rule: str, path: str, content: str, breach: str
) -> None:
    write(tmp_path, path, content)
    found = breaches(tmp_path)
    assert any(line.startswith(f"{path}:") and breach in line for line in found), found


def test_no_rule_is_without_its_breach() -> None:
    assert {rule.__name__ for rule in RULES} == {rule for rule, *_ in BROKEN}


@pytest.mark.parametrize(
    "path", ["detentions/tallies/table.py", "tests/test_x.py", "templates/a.html"]
)
def test_a_file_over_300_lines_is_named(tmp_path: Path, path: str) -> None:
    write(tmp_path, path, "\n" * 300)
    assert not [line for line in breaches(tmp_path) if "300 lines" in line]
    write(tmp_path, path, "\n" * 301)
    assert f"{path}:301 is over 300 lines" in breaches(tmp_path)


def test_a_file_that_cannot_be_parsed_is_named(tmp_path: Path) -> None:
    write(tmp_path, "api/views.py", "def f(:")
    assert breaches(tmp_path) == ["api/views.py:1 invalid syntax"]


ALLOWED = {
    "detentions/migrations/0001_initial.py": "x = 1\n" * 301,
    "detentions/entry/records.py": """
        from detentions import models, tallies
        from detentions.entry import work
        """,
    "detentions/demo.py": "from detentions import entry, intake",
    "detentions/pages/views.py": """
        from django.http import HttpRequest
        from detentions import freshness, tallies
        from detentions.public import models
        """,
    "detentions/tallies/table.py": "QUERY = 'DELETE FROM detentions_tally'",
    "tracker/urls.py": "import api.urls, detentions.pages.urls",
    "tests/test_x.py": """
        from detentions.models import Detainee
        def test_x(self):
            with self.assertNumQueries(1):
                pass
            self.assertNumQueries(1, list, [])
        """,
}


@pytest.mark.parametrize("path", ALLOWED)
def test_what_the_table_allows_is_no_breach(tmp_path: Path, path: str) -> None:
    write(tmp_path, path, DOC + dedent(ALLOWED[path]))
    assert breaches(tmp_path) == []


@pytest.mark.parametrize(("path", "content"), [*ALLOWED_LINES, *MARKED])
def test_what_only_looks_like_a_breach_is_none(tmp_path: Path, path: str, content: str) -> None:
    write(tmp_path, path, DOC + content)
    assert breaches(tmp_path) == []


@pytest.mark.parametrize(("path", "elsewhere", "content"), IN_ITS_PLACE)
def test_an_exception_holds_in_its_place_alone(
    tmp_path: Path, path: str, elsewhere: str, content: str
) -> None:
    write(tmp_path, path, DOC + content)
    assert breaches(tmp_path) == []
    write(tmp_path, elsewhere, DOC + content)
    found = breaches(tmp_path)
    assert found
    assert all(line.startswith(f"{elsewhere}:") for line in found), found


@pytest.mark.parametrize(("template", "text"), UNTRANSLATED)
def test_text_of_a_template_that_nothing_translates_is_named(
    tmp_path: Path, template: str, text: str
) -> None:
    write(tmp_path, "templates/pages/a.html", f"\n{template}")
    (found,) = breaches(tmp_path)
    line = 2 + template.count("\n")
    assert found.startswith(f"templates/pages/a.html:{line} is not translated: ")
    assert text in found


@pytest.mark.parametrize("template", TRANSLATED)
def test_what_a_template_says_in_every_language_is_no_breach(tmp_path: Path, template: str) -> None:
    write(tmp_path, "templates/pages/a.html", template)
    assert breaches(tmp_path) == []


def test_the_manual_of_the_api_is_english(tmp_path: Path) -> None:
    write(tmp_path, "templates/api/a.html", "<p>Read only.</p>")
    assert breaches(tmp_path) == []
