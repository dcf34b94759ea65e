"""The benchmarks measure what they say, and fail aloud."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import pytest

from tests.benchmarks import __main__ as command
from tests.benchmarks.client import Request, UnexpectedAnswerError, get
from tests.benchmarks.rounds import Comparison, Goal, Result, measure


class _Slow(BaseHTTPRequestHandler):
    """Answers after as many milliseconds as the path says; 404 where it says none."""

    protocol_version = "HTTP/1.1"
    wbufsize = 65536  # an answer in one piece

    def do_GET(self) -> None:
        milliseconds = self.path.strip("/")
        body = milliseconds.encode()
        if milliseconds.isdigit():
            time.sleep(int(milliseconds) / 1000)
        self.send_response(200 if milliseconds.isdigit() else 404)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_args: object) -> None:
        """Say nothing."""


@contextmanager
def _server() -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Slow)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_an_answer_that_takes_longer_has_the_smaller_rate() -> None:
    with _server() as port:
        quick, slow = [Request(port, "/2")], [Request(port, "/20")]
        found = measure([Comparison("quick / slow", quick, slow)], rounds=3, seconds=0.1)
    assert found[0].ratio > 2
    assert found[0].left > found[0].right


def test_another_status_than_the_measured_one_stops_the_benchmark() -> None:
    with _server() as port, pytest.raises(UnexpectedAnswerError, match="answered 404"):
        get(Request(port, "/nothing"))


@pytest.mark.parametrize(
    ("goal", "ratio", "met"),
    [
        (Goal("at most", 1.2), 1.2, True),
        (Goal("at most", 1.2), 1.21, False),
        (Goal("at least", 0.5), 0.5, True),
        (Goal("at least", 0.5), 0.49, False),
    ],
)
def test_a_goal_is_met_up_to_its_number(goal: Goal, ratio: float, met: bool) -> None:
    assert _result(goal, ratio).is_met is met


def test_a_missed_goal_fails_the_run_and_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    missed = _result(Goal("at most", 1.2), 1.5)
    monkeypatch.setattr(command, "collect_static", lambda: None)
    monkeypatch.setattr(command, "_measured", lambda _engine, _asked: [missed])
    report = tmp_path / "report.json"
    assert command.main(["--engine", "sqlite", "--json", str(report)]) == 1
    assert "a page is 1.50, goal at most 1.2 MISSED" in capsys.readouterr().err
    assert json.loads(report.read_text())["engines"]["sqlite"][0]["met"] is False


def _result(goal: Goal, ratio: float) -> Result:
    return Result(Comparison("a page", [], [], goal), ratio, (ratio, ratio), 1.0, 1.0)
