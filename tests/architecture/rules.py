"""The rules. Each takes one file and names every breach in it with its line."""

import ast
import re
from collections.abc import Callable, Iterator
from pathlib import Path

from tests.architecture import ranks
from tests.architecture.rules_of_messages import sentences_are_marked
from tests.architecture.rules_of_templates import untranslated
from tests.architecture.rules_of_the_door import (
    no_casework_in_any_string_right_of_the_door,
    no_casework_right_of_the_door,
    no_roundabout_model_right_of_the_door,
    no_staff_connection_right_of_the_door,
    no_writer_right_of_the_door,
)
from tests.architecture.rules_of_writing import entry_is_the_only_writer
from tests.architecture.sources import Breach, Source, dotted, files, imports, origins, sources

FILE_LINES = 300
FUNCTION_LINES = 40
Rule = Callable[[Source], Iterator[Breach]]
_CLOCKS = re.compile(
    r"(?:^|\.)(?:timezone\.(?:now|localdate)|date\.today|datetime\.(?:now|today|utcnow)|utcnow)$"
)
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def breaches(root: Path) -> list[str]:
    """Return every breach below the root as `path:line what`."""
    found = [
        f"{path.relative_to(root)}:{count} is over {FILE_LINES} lines"
        for path in files(root)
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > FILE_LINES
    ]
    for path in files(root):
        relative = str(path.relative_to(root))
        if path.suffix == ".html" and not relative.startswith(ranks.TEMPLATES_IN_ENGLISH):
            found += [
                f"{relative}:{line} {what}"
                for line, what in untranslated(path.read_text(encoding="utf-8"))
            ]
    for source in sources(root):
        if isinstance(source, str):
            found.append(source)
            continue
        for rule in RULES:
            found += [f"{source.path}:{line} {what}" for line, what in rule(source)]
    return found


def has_a_rank(source: Source) -> Iterator[Breach]:
    """A module that the table does not know could import anything."""
    skipped = (*ranks.NOT_RANKED, "detentions")
    if source.in_program and source.module not in skipped and ranks.home(source.module) is None:
        yield 1, f"{source.module} has no rank"


def imports_point_down(source: Source) -> Iterator[Breach]:
    """Imports go to lower ranks, or to the siblings that the table names."""
    home = ranks.home(source.module)
    if home is None:
        return
    for line, name in imports(source):
        target = ranks.home(name)
        if target in (None, home) or (home, target) in ranks.SIBLINGS:
            continue
        if ranks.RANKS[target or ""] >= ranks.RANKS[home]:
            yield line, f"{home} may not import {target}"


def nothing_imports_tests(source: Source) -> Iterator[Breach]:
    """The program runs without its tests."""
    for line, name in imports(source):
        if source.in_program and name.split(".")[0] == "tests":
            yield line, f"{source.module} may not import tests"


def no_star(source: Source) -> Iterator[Breach]:
    """A star hides where a name comes from."""
    for line, name in imports(source):
        if name.endswith(".*"):
            yield line, f"import * from {name[:-2]}"


def rules_without_django(source: Source) -> Iterator[Breach]:
    """Dates, names and quantities are read without a framework and without a clock."""
    if ranks.home(source.module) not in ranks.WITHOUT_DJANGO:
        return
    for line, name in imports(source):
        if name.split(".")[0] in ("django", "time"):
            yield line, f"{source.module} may not import {name}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in ("today", "now", "utcnow"):
            yield node.lineno, f"{source.module} may not read the clock"


def no_clock_below_the_interface(source: Source) -> Iterator[Breach]:
    """What asks for the day itself answers differently tomorrow, and no test can say why."""
    home = ranks.home(source.module)
    if home is None or home in ranks.NAME_THE_MOMENT:
        return
    if ranks.RANKS[home] >= ranks.FIRST_WITH_A_CLOCK:
        return
    known = origins(source)
    for line, name in imports(source):
        if _CLOCKS.search(name):
            yield line, f"{home} may not read the clock: {name}"
    for node in ast.walk(source.tree):
        # An attribute, not a call: a clock is also read by whoever it is handed to.
        if isinstance(node, ast.Attribute) and _CLOCKS.search(name := dotted(node, known)):
            yield node.lineno, f"{home} may not read the clock: {name}"


def no_requests_below_the_interface(source: Source) -> Iterator[Breach]:
    """Counting, writing and reading know nothing of HTTP."""
    home = ranks.home(source.module)
    if home is None or ranks.RANKS[home] >= ranks.FIRST_WITH_REQUESTS:
        return
    for line, name in imports(source):
        if name.startswith(ranks.OF_REQUESTS):
            yield line, f"{home} may not import {name}"


def models_do_no_hidden_work(source: Source) -> Iterator[Breach]:
    """A rule in `save()` or in a signal is skipped by bulk writes and found by nobody."""
    if ranks.home(source.module) != "detentions.models":
        return
    for function in functions(source.tree):
        if function.name in ("save", "delete"):
            yield function.lineno, f"a model overrides {function.name}()"
    for line, name in imports(source):
        if name.startswith(("django.dispatch", "django.db.models.signals")):
            yield line, "a model listens to signals"


def pages_ask_the_domain(source: Source) -> Iterator[Breach]:
    """A page makes one domain call; it builds no query."""
    if ranks.home(source.module) != "detentions.pages":
        return
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in ("objects", "_default_manager"):
            yield node.lineno, "a page uses .objects"


def query_counts_are_checked(source: Source) -> Iterator[Breach]:
    """`assertNumQueries(n)` alone checks nothing: it needs `with` or a function to call."""
    for node in ast.walk(source.tree):
        if not (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
            continue
        name = ast.unparse(node.value.func).split(".")[-1]
        if name == "assertNumQueries" and len(node.value.args) > 1:
            continue
        if name.startswith(("assertNumQueries", "django_assert_num", "django_assert_max_num")):
            yield node.lineno, f"{name}(…) without `with` checks nothing"


def fields_are_listed(source: Source) -> Iterator[Breach]:
    """A list of everything publishes the next private column by default."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Assign):
            targets, value = node.targets, node.value
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            targets, value = [node.target], node.value
        else:
            continue
        named = any(isinstance(target, ast.Name) and target.id == "fields" for target in targets)
        if named and isinstance(value, ast.Constant) and value.value == "__all__":
            yield node.lineno, 'fields = "__all__"'


def functions_are_short(source: Source) -> Iterator[Breach]:
    """What does not fit on a screen is read by halves; decorators are part of what is read."""
    for function in functions(source.tree):
        first = min([function.lineno, *(node.lineno for node in function.decorator_list)])
        length = (function.end_lineno or function.lineno) - first + 1
        if length > FUNCTION_LINES:
            yield function.lineno, f"{function.name}() has {length} lines, over {FUNCTION_LINES}"


def public_names_are_explained(source: Source) -> Iterator[Breach]:
    """Modules, classes and functions that others use say what they mean."""
    if not source.in_program:
        return
    if not ast.get_docstring(source.tree):
        yield 1, f"{source.module} has no docstring"
    for node in source.tree.body:
        if isinstance(node, FunctionNode | ast.ClassDef) and not _explained(node):
            yield node.lineno, f"{node.name} has no docstring"
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for method in node.body:
                if isinstance(method, FunctionNode) and not _explained(method):
                    yield method.lineno, f"{node.name}.{method.name} has no docstring"
    for node in _within_functions(source.tree):
        if not _explained(node):
            yield node.lineno, f"{node.name} has no docstring"


def _within_functions(tree: ast.Module) -> set[FunctionNode | ast.ClassDef]:
    """Return the functions and classes that are defined inside of a function, at any depth."""
    return {
        node
        for function in functions(tree)
        for node in ast.walk(function)
        if node is not function and isinstance(node, FunctionNode | ast.ClassDef)
    }


def _explained(node: FunctionNode | ast.ClassDef) -> bool:
    return node.name.startswith("_") or bool(ast.get_docstring(node))


def functions(tree: ast.Module) -> Iterator[FunctionNode]:
    """Return every function and method, nested ones too."""
    return (node for node in ast.walk(tree) if isinstance(node, FunctionNode))


RULES: tuple[Rule, ...] = (
    has_a_rank,
    imports_point_down,
    nothing_imports_tests,
    no_star,
    no_casework_right_of_the_door,
    no_casework_in_any_string_right_of_the_door,
    no_roundabout_model_right_of_the_door,
    no_staff_connection_right_of_the_door,
    no_writer_right_of_the_door,
    entry_is_the_only_writer,
    rules_without_django,
    no_clock_below_the_interface,
    no_requests_below_the_interface,
    models_do_no_hidden_work,
    pages_ask_the_domain,
    query_counts_are_checked,
    fields_are_listed,
    functions_are_short,
    public_names_are_explained,
    sentences_are_marked,
)
