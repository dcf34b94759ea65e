"""The rule of writing: what is not written by entry has no history and no new data version."""

import ast
import re
from collections.abc import Iterator

from tests.architecture import ranks
from tests.architecture.sources import Breach, Source

_ALWAYS = {"bulk_create", "bulk_update", "update_or_create", "get_or_create", "save_base"}
_ALWAYS |= {f"a{name}" for name in _ALWAYS}
_OF_ROWS = {"save", "delete", "asave", "adelete"}
_CREATE = {"create", "acreate"}
_UPDATE = {"update", "aupdate"}
_MANAGERS = {"objects", "_default_manager", "_base_manager"}
_QUERIES = {"filter", "exclude", "all", "select_for_update", "using", "get_queryset"}
_QUERY_TYPES = re.compile(r"QuerySet|Manager\b")
# The target is a table of ours, or one that is filled in and cannot be told from it.
_TARGET = r"""\s+(?:ONLY\s+)?["'`\[]?(?:\w+["'`\]]?\.["'`\[]?)?(?:detentions_|\{|%)"""
_SQL = re.compile(
    rf"\b(?:(?:INSERT\s+(?:OR\s+\w+\s+)?|REPLACE\s+|MERGE\s+)INTO{_TARGET}"
    rf"|DELETE\s+FROM{_TARGET}|TRUNCATE(?:\s+TABLE)?{_TARGET}|UPDATE{_TARGET}\S*\s.*?\bSET\b"
    r"|UPDATE\s+[\"']?detentions_|(?:INSERT\s+INTO|DELETE\s+FROM)\s*$)",
    re.I | re.S,
)


def entry_is_the_only_writer(source: Source) -> Iterator[Breach]:
    """A write beside entry leaves no history, and readers keep a remembered answer."""
    if not source.in_program or _is_writer(source.module):
        return
    modules, queries = _imported_modules(source.tree), _query_names(source.tree)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            called = ast.unparse(node.func)
            beside = (source.module, called) in ranks.WRITES_BESIDE_ENTRY
            if not beside and _writes(node, node.func, modules, queries):
                yield node.lineno, f"{source.module} writes by {called}(…), past entry"
        elif isinstance(node, ast.expr) and _SQL.search(_text(node)):
            yield node.lineno, f"{source.module} writes by SQL, past entry"


def _is_writer(module: str) -> bool:
    return any(module == name or module.startswith(f"{name}.") for name in ranks.WRITERS)


def _writes(node: ast.Call, function: ast.Attribute, modules: set[str], queries: set[str]) -> bool:
    """Tell an ORM write from a function or a mapping's method of the same name."""
    name, receiver = function.attr, function.value
    if name in _ALWAYS:
        return True
    # `saving.save(…)` is a function of a module.
    if isinstance(receiver, ast.Name) and receiver.id in modules:
        return False
    if name in _OF_ROWS:
        return True
    if name in _CREATE:
        # The ORM's takes fields by name alone; those of entry and of its batches take a model
        # or a list of proposals first.
        return not node.args or _is_query(receiver, queries)
    return name in _UPDATE and _is_query(receiver, queries)


def _is_query(receiver: ast.expr, queries: set[str]) -> bool:
    """Whether the expression goes through a manager or a queryset, by what it is made of."""
    for node in ast.walk(receiver):
        if isinstance(node, ast.Attribute) and node.attr in _MANAGERS | _QUERIES:
            return True
    return ast.unparse(receiver) in queries


def _query_names(tree: ast.Module) -> set[str]:
    """Return the names that are given a queryset or a manager, or are annotated as one."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign) and _chain_is_query(node.value):
            names |= {ast.unparse(target) for target in node.targets}
        elif isinstance(node, ast.NamedExpr) and _chain_is_query(node.value):
            names.add(node.target.id)
        elif isinstance(node, ast.AnnAssign) and node.value and _chain_is_query(node.value):
            names.add(ast.unparse(node.target))
        elif isinstance(node, ast.arg) and _QUERY_TYPES.search(_annotation(node)):
            names.add(node.arg)
    return names


def _annotation(node: ast.arg) -> str:
    return ast.unparse(node.annotation) if node.annotation else ""


def _chain_is_query(node: ast.expr) -> bool:
    """Whether a value is a queryset itself, not what is made of one, such as a set of its rows."""
    while isinstance(node, ast.Attribute | ast.Call):
        if isinstance(node, ast.Attribute) and node.attr in _MANAGERS | {"filter", "exclude"}:
            return True
        node = node.value if isinstance(node, ast.Attribute) else node.func
    return False


def _imported_modules(tree: ast.Module) -> set[str]:
    """Return the imported names that are modules or plain objects: a class begins upper-case."""
    return {
        name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import | ast.ImportFrom)
        for alias in node.names
        if (name := alias.asname or alias.name.split(".")[0]).islower()
    }


def _text(node: ast.AST) -> str:
    """Return what a string literal says, with `{}` where something is filled in."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        return "".join(_text(part) or "{}" for part in node.values)
    return ""
