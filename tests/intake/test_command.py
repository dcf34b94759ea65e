"""`manage.py intake` and `undo_batch`: what is printed, and the exit codes."""

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from detentions import entry
from detentions.models import IntakeBatch, ReportedCount
from tests.intake.files import bring_some_places, count_row, counts_file
from tests.staff import administrator, editor, reviewer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _places(db: None, tmp_path: Path) -> None:
    bring_some_places(tmp_path)


@pytest.fixture
def good(tmp_path: Path) -> Path:
    """A file without fault."""
    return counts_file(tmp_path / "good.csv", count_row())


def run(*arguments: Any, **options: Any) -> tuple[int, str]:
    """Return the exit code and what was printed, errors included."""
    out = StringIO()
    try:
        call_command(*(str(argument) for argument in arguments), stdout=out, stderr=out, **options)
    except CommandError as error:
        return error.returncode, f"{out.getvalue()}{error}"
    return 0, out.getvalue()


def test_a_clean_dry_run_ends_with_0_and_writes_nothing(good: Path) -> None:
    code, printed = run("intake", "counts", good)
    assert code == 0
    assert "1 row: 1 new" in printed
    assert "this was a dry run" in printed
    assert not ReportedCount.objects.exists()


def test_refused_and_ambiguous_rows_end_with_1_by_line_column_value_reason(tmp_path: Path) -> None:
    path = counts_file(
        tmp_path / "bad.csv", count_row(kind="arrested"), count_row(place_printed="Gorodishche")
    )
    code, printed = run("intake", "counts", path, "--commit")
    assert code == 1
    assert "line 2, refused, kind “arrested”: not one of" in printed
    assert "line 3, ambiguous, place_printed “Gorodishche”: several places" in printed
    assert "2 rows cannot be entered" in printed
    assert not ReportedCount.objects.exists()


def test_an_unusable_file_or_option_ends_with_2(tmp_path: Path, good: Path) -> None:
    assert run("intake", "counts", tmp_path / "none.csv")[0] == 2
    code, printed = run("intake", "counts", good, "--commit", "--publish")
    assert code == 2
    assert "--publisher USERNAME" in printed
    assert run("intake", "counts", good, "--by", "nobody")[0] == 2
    assert run("intake", "counts", good, "--map", "nothing")[0] == 2


def test_a_committed_file_names_its_batch_and_is_taken_back_by_it(good: Path) -> None:
    code, printed = run("intake", "counts", good, "--commit")
    batch = IntakeBatch.objects.order_by("committed_at").last()
    assert code == 0
    assert batch is not None
    assert f"undo_batch {batch.pk}" in printed
    assert (batch.file_name, batch.mapping, batch.kind) == ("good.csv", "belarus-counts", "counts")
    assert batch.entered_by.username == "intake"
    assert run("undo_batch", batch.pk) == (0, "Taken back: 4 records.\n")
    assert not ReportedCount.objects.exists()
    code, printed = run("undo_batch", batch.pk)
    assert code == 1
    assert "undone already" in printed


def test_a_batch_with_a_record_edited_since_is_not_undone(good: Path) -> None:
    run("intake", "counts", good, "--commit")
    batch = IntakeBatch.objects.order_by("committed_at").last()
    count = ReportedCount.objects.get()
    entry.change(count, by=editor(), revision=count.revision, values={"remark": "checked"})
    code, printed = run("undo_batch", batch.pk if batch else "")
    assert code == 1
    assert f"reported-counts/{count.pk}" in printed
    assert run("undo_batch", "nothing")[0] == 2
    assert run("undo_batch", batch.pk if batch else "", "--by", "nobody")[0] == 2


def test_a_file_is_published_by_the_person_named(good: Path) -> None:
    code, _printed = run(
        *("intake", "counts", good, "--commit", "--publish"),
        *("--publisher", reviewer().username, "--by", administrator().username),
    )
    assert code == 0
    count = ReportedCount.objects.get()
    assert (count.state, count.published_by, count.entered_by.username) == (
        "published",
        reviewer(),
        "adam-administrator",
    )


def test_the_report_as_json_holds_everything(tmp_path: Path) -> None:
    path = counts_file(
        tmp_path / "bad.csv", count_row(count_text="at least six"), count_row(kind="arrested")
    )
    report = tmp_path / "report.json"
    assert run("intake", "counts", path, "--json", report)[0] == 1
    said = json.loads(report.read_text(encoding="utf-8"))
    assert said["rows"] == {
        "total": 2,
        "new": 1,
        "already_here": 0,
        "changed": 0,
        "ambiguous": 0,
        "refused": 1,
        "empty": 0,
    }
    assert said["committed"] is False
    assert said["number"]["numeric_sum"] == 10
    assert said["number"]["texts"] == [
        {"value": "at least six", "read_as": "at least 6", "rows": 1}
    ]
    assert [finding["line"] for finding in said["findings"]] == [2, 3]
    assert said["findings"][1]["problems"][0]["column"] == "kind"


class _Terminal(StringIO):
    """Keeps what is printed, as a terminal or as a pipe."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        """Tell whether somebody watches."""
        return self._terminal


def _watched(path: Path, *options: str, terminal: bool) -> tuple[str, str]:
    """Return what is printed on the terminal or pipe of the errors, and of the report."""
    errors, out = _Terminal(terminal=terminal), StringIO()
    call_command("intake", "counts", str(path), *options, stdout=out, stderr=errors, no_color=True)
    return errors.getvalue(), out.getvalue()


def test_progress_is_shown_on_a_terminal_and_wiped_before_the_report(tmp_path: Path) -> None:
    rows = [count_row(url=f"https://gazette.example/{number}") for number in range(501)]
    path = counts_file(tmp_path / "many.csv", *rows)
    once = f"500 rows\r501 rows\r{' ' * 8}\r"
    shown, report = _watched(path, terminal=True)
    assert shown == once
    assert "501 rows: 501 new" in report
    # The file is read again for the writing.
    assert _watched(path, "--commit", terminal=True)[0] == f"500 rows\r501 rows\r{once}"


def test_nothing_but_the_report_goes_into_a_pipe(good: Path) -> None:
    shown, report = _watched(good, "--commit", terminal=False)
    assert shown == ""
    assert "1 row: 1 new" in report
    assert "\r" not in report


def test_an_unusable_file_leaves_no_progress_behind(tmp_path: Path) -> None:
    rows = [count_row(url=f"https://gazette.example/{number}") for number in range(500)]
    path = counts_file(tmp_path / "a.csv", *rows)
    with path.open("a", encoding="utf-8") as stream:
        stream.write('"never closed\n' + "x\n" * 70_000)
    errors = _Terminal(terminal=True)
    with pytest.raises(CommandError, match="close its quotation mark"):
        call_command("intake", "counts", str(path), stderr=errors, no_color=True)
    assert errors.getvalue() == f"500 rows\r{' ' * 8}\r"


def test_every_row_that_is_here_is_listed_only_on_request(good: Path) -> None:
    run("intake", "counts", good, "--commit")
    assert "line 2" not in run("intake", "counts", good)[1]
    assert "line 2, already here" in run("intake", "counts", good, verbosity=2)[1]
