"""Whatever a person reads can be translated: no sentence is handed out unmarked."""

import ast
from collections.abc import Iterator

from tests.architecture import ranks
from tests.architecture.sources import Breach, Source

# What is called so says its argument at this place to a person.
_SAYING = {
    "add_error": 1,
    "stdout.write": 0,
    "stderr.write": 0,
    **dict.fromkeys(("debug", "info", "success", "warning", "error"), 1),
    "add_message": 2,
    "message_user": 1,
    # intake's findings about a cell
    "refuse": 2,
    "ask": 2,
    "notice": 2,
}
# Arguments and attributes of classes that hold what a person reads.
_READ = (
    *("description", "empty_value_display", "help", "help_text", "label", "search_help_text"),
    *("short_description", "verbose_name", "verbose_name_plural", "violation_error_message"),
)
# Whoever hears these has to mend the program.
_OF_THE_PROGRAM = (
    *("AssertionError", "KeyError", "LookupError", "NotImplementedError", "RuntimeError"),
    *("TypeError", "ValueError"),
)


def sentences_are_marked(source: Source) -> Iterator[Breach]:
    """A sentence that a person sees is marked for translation where it is written."""
    home = ranks.home(source.module)
    if home is None or home in (*ranks.WITHOUT_DJANGO, *ranks.IN_ENGLISH):
        return
    texts = _texts(source.tree)
    for node in ast.walk(source.tree):
        for said in _said(node):
            if _is_bare(texts.get(said.id, said) if isinstance(said, ast.Name) else said):
                yield said.lineno, f"is not marked for translation: {ast.unparse(said)[:60]}"


def _texts(tree: ast.Module) -> dict[str, ast.expr]:
    """Return what names of the file stand for, where that is a text written out."""
    return {
        target.id: node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Assign)
        for target in node.targets
        # One word may be a code, such as the name of a parameter.
        if isinstance(target, ast.Name) and _is_bare(node.value) and " " in ast.unparse(node.value)
    }


def _said(node: ast.AST) -> Iterator[ast.expr]:
    """Yield what a piece of the program hands to a person."""
    match node:
        case ast.Raise(exc=ast.Call(func=error, args=arguments)):
            if ast.unparse(error) not in _OF_THE_PROGRAM:
                yield from arguments
        case ast.Call(func=ast.Attribute() as function):
            place = _place(ast.unparse(function))
            if place is not None:
                yield from node.args[place : place + 1]
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if (
            name in _READ and name != "label"
        ):
            yield value
    if isinstance(node, ast.Call):
        yield from (keyword.value for keyword in node.keywords if keyword.arg in _READ)


def _place(function: str) -> int | None:
    for called, place in _SAYING.items():
        if function.endswith(f".{called}"):
            return place
    return None


def _is_bare(text: ast.expr) -> bool:
    """Tell whether an expression holds words of its own that nothing marks."""
    match text:
        case ast.Constant(value=str() as words):
            return any(sign.isalpha() for sign in words)
        case ast.JoinedStr(values=parts):
            return any(map(_is_bare, parts))
        case ast.BinOp(left=left, op=ast.Mod()):
            return _is_bare(left)
        case ast.BinOp(left=left, right=right):
            return _is_bare(left) or _is_bare(right)
        case ast.IfExp(body=body, orelse=otherwise):
            return _is_bare(body) or _is_bare(otherwise)
        case ast.List(elts=parts) | ast.Tuple(elts=parts):
            return any(map(_is_bare, parts))
        case ast.Call(func=ast.Attribute(value=ast.Constant() as form, attr="format")):
            return _is_bare(form)
    return False
