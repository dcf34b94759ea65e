"""Finding and parsing the project's files."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PYTHON = ("tracker", "detentions", "api", "tests")
PROGRAM = ("tracker", "detentions", "api")
CAPPED = (".py", ".sql", ".html")
FOLDERS = (*PYTHON, "templates")
Breach = tuple[int, str]


@dataclass(frozen=True)
class Source:
    """One Python file: where it is, what it is imported as, and its syntax tree."""

    path: str
    module: str
    is_package: bool
    tree: ast.Module

    @property
    def in_program(self) -> bool:
        """Whether it is part of the program, not of its tests."""
        return self.module.split(".")[0] in PROGRAM


def files(root: Path) -> Iterator[Path]:
    """Return every file whose length is capped: written by hand, migrations aside."""
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in CAPPED and "migrations" not in path.parts:
                yield path


def sources(root: Path) -> Iterator[Source | str]:
    """Return every Python file of program and tests, or why it cannot be parsed."""
    for path in files(root):
        relative = path.relative_to(root)
        if path.suffix != ".py":
            continue
        parts = list(relative.with_suffix("").parts)
        is_package = parts[-1] == "__init__"
        module = ".".join(parts[:-1] if is_package else parts)
        try:
            tree = ast.parse(path.read_text(encoding="utf-8"))
        except SyntaxError as error:
            yield f"{relative}:{error.lineno} {error.msg}"
            continue
        yield Source(str(relative), module, is_package, tree)


def imports(source: Source) -> Iterator[tuple[int, str]]:
    """Return the line and full name of everything imported, inside functions too."""
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(source, node)
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)
        elif isinstance(node, ast.Call) and (name := _dynamic(node)):
            yield node.lineno, name


def origins(source: Source) -> dict[str, str]:
    """Return the full name of what each imported name stands for, renamed ones too."""
    found: dict[str, str] = {}
    for node in ast.walk(source.tree):
        if isinstance(node, ast.Import):
            found |= {alias.asname: alias.name for alias in node.names if alias.asname}
        elif isinstance(node, ast.ImportFrom):
            base = _absolute(source, node)
            found |= {alias.asname or alias.name: f"{base}.{alias.name}" for alias in node.names}
    return found


def dotted(node: ast.expr, known: dict[str, str]) -> str:
    """Return an expression's text, with an imported name at its head written in full."""
    head, dot, rest = ast.unparse(node).partition(".")
    return f"{known.get(head, head)}{dot}{rest}"


def _absolute(source: Source, node: ast.ImportFrom) -> str:
    """Return the module of a `from` import, with leading dots resolved."""
    if not node.level:
        return node.module or ""
    package = source.module.split(".")
    dropped = node.level - 1 if source.is_package else node.level
    base = package[: len(package) - dropped]
    return ".".join([*base, node.module] if node.module else base)


def _dynamic(node: ast.Call) -> str | None:
    """Return the module that a call of `import_module` or `import_string` names."""
    function = ast.unparse(node.func).split(".")[-1]
    if function not in ("import_module", "import_string", "__import__") or not node.args:
        return None
    argument = node.args[0]
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        return argument.value
    return None
