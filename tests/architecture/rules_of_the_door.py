"""The rules of the door: what reads published rows reaches casework by no way round."""

import ast
import re
from collections.abc import Iterator

from tests.architecture import ranks
from tests.architecture.sources import Breach, Source, dotted, imports, origins

_CASEWORK_TABLE = re.compile(r'\b(?:FROM|JOIN|INTO|UPDATE|TABLE)\s+"?(detentions_[a-z]+)', re.I)
# A literal that ends after the underscore is put together with the rest of a table's name.
_NAMED_ANYWHERE = re.compile(
    rf"\b(detentions_(?:historical)?(?:{'|'.join(ranks.CASEWORK_TABLES)}))\b"
    r"|\b(detentions_(?:historical)?)$",
    re.I,
)
_IMPORTERS = ("import_module", "import_string", "__import__")
_STAFF_ALIAS = "default"
# Django's `connection` without an alias is the default one.
_STAFF_NAMES = ("django.db.connection", "db.DEFAULT_DB_ALIAS", "utils.DEFAULT_DB_ALIAS")
_TAKE_AN_ALIAS = ("using", "db_manager")


def no_casework_right_of_the_door(source: Source) -> Iterator[Breach]:
    """Neither by import, nor by name, nor by table."""
    home = ranks.home(source.module)
    if home not in ranks.RIGHT_OF_THE_DOOR:
        return
    for line, name in imports(source):
        if ranks.home(name) == "detentions.models":
            yield line, f"{source.module} uses the casework model {name}"
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in ("get_model", "get_models"):
            yield node.lineno, f"{source.module} looks up a casework model by its name"
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            tables = _CASEWORK_TABLE.findall(node.value)
            for table in tables:
                if (home, table) not in ranks.OWN_TABLES:
                    yield node.lineno, f"{source.module} names the casework table {table}"


def no_casework_in_any_string_right_of_the_door(source: Source) -> Iterator[Breach]:
    """A comma join, a quoted schema or a name put together reads the table all the same."""
    home = ranks.home(source.module)
    if home not in ranks.RIGHT_OF_THE_DOOR:
        return
    for node in ast.walk(source.tree):
        if not (isinstance(node, ast.Constant) and isinstance(node.value, str)):
            continue
        for match in _NAMED_ANYWHERE.finditer(node.value):
            table = match[0].lower()
            if (home, table) not in ranks.OWN_TABLES:
                yield node.lineno, f"{source.module} has the casework table {table} in a string"


def no_roundabout_model_right_of_the_door(source: Source) -> Iterator[Breach]:
    """A model that is looked up, or a module whose name is made up, is seen by no other rule."""
    if ranks.home(source.module) not in ranks.RIGHT_OF_THE_DOOR:
        return
    known = origins(source)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Attribute) and node.attr in ("all_models", "model_class"):
            yield node.lineno, f"{source.module} looks up a casework model through {node.attr}"
        elif isinstance(node, ast.Call):
            function = dotted(node.func, known).split(".")[-1]
            if function in _IMPORTERS and not _names_a_harmless_module(node):
                yield node.lineno, f"{source.module} imports what cannot be read from its source"


def _names_a_harmless_module(node: ast.Call) -> bool:
    """Whether the call names its module in full, and one that may be imported."""
    argument = node.args[0] if node.args else None
    if not (isinstance(argument, ast.Constant) and isinstance(argument.value, str)):
        return False
    hidden = ("detentions.models", *ranks.LEFT_OF_THE_DOOR)
    # A leading dot is resolved against a package that the call names elsewhere.
    return not argument.value.startswith(".") and ranks.home(argument.value) not in hidden


def no_staff_connection_right_of_the_door(source: Source) -> Iterator[Breach]:
    """The staff's connection reads every table, whatever the model or the statement says."""
    is_outside = ranks.home(source.module) not in ranks.RIGHT_OF_THE_DOOR
    if is_outside or source.module in ranks.ON_THE_STAFF_CONNECTION:
        return
    what = f"{source.module} uses the staff's connection"
    for line, name in imports(source):
        if name.endswith(_STAFF_NAMES):
            yield line, what
    known = origins(source)
    for node in ast.walk(source.tree):
        if isinstance(node, ast.expr) and _is_staff_connection(node, known):
            yield node.lineno, what


def _is_staff_connection(node: ast.expr, known: dict[str, str]) -> bool:
    if isinstance(node, ast.Attribute) and dotted(node, known).endswith(_STAFF_NAMES):
        return True
    return any(map(_is_staff_alias, _aliases(node, known)))


def _aliases(node: ast.expr, known: dict[str, str]) -> Iterator[ast.expr]:
    """Return what the expression takes for a database alias."""
    if isinstance(node, ast.Subscript):
        if dotted(node.value, known).split(".")[-1] == "connections":
            yield node.slice
    elif isinstance(node, ast.Call):
        if isinstance(node.func, ast.Attribute) and node.func.attr in _TAKE_AN_ALIAS:
            yield from node.args
        yield from (word.value for word in node.keywords if word.arg == "using")


def _is_staff_alias(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value == _STAFF_ALIAS


def no_writer_right_of_the_door(source: Source) -> Iterator[Breach]:
    """A page that can reach a writer is one mistake away from letting a reader write."""
    if ranks.home(source.module) not in ranks.RIGHT_OF_THE_DOOR:
        return
    for line, name in imports(source):
        if ranks.home(name) in ranks.LEFT_OF_THE_DOOR:
            yield line, f"{source.module} reaches {name}, which is left of the door"
