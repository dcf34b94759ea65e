"""A client that is never the bottleneck: raw sockets, kept alive, several requests in flight."""

from __future__ import annotations

import socket
import time
from collections.abc import Sequence
from dataclasses import dataclass
from types import TracebackType

CONNECTIONS = 2
ANSWER_SECONDS = 60
_HEAD_END = b"\r\n\r\n"
_LENGTH = b"\r\ncontent-length:"


class UnexpectedAnswerError(Exception):
    """The server answered with another status than the one that is measured."""


@dataclass(frozen=True)
class Answer:
    """One answer of the server."""

    status: int
    head: bytes
    body: bytes

    def header(self, name: str) -> str:
        """Return a header's value; empty where it is absent."""
        for line in self.head.split(b"\r\n")[1:]:
            found, _colon, value = line.partition(b":")
            if found.strip().lower() == name.lower().encode():
                return value.strip().decode("latin-1")
        return ""


@dataclass(frozen=True)
class Request:
    """What is asked of one server, and the status that it has to answer with."""

    port: int
    path: str
    status: int = 200
    etag: str = ""

    def encoded(self) -> bytes:
        """Return the request as it goes over the wire."""
        condition = f"If-None-Match: {self.etag}\r\n" if self.etag else ""
        return (
            f"GET {self.path} HTTP/1.1\r\nHost: localhost\r\nAccept: */*\r\n{condition}\r\n"
        ).encode()


class Connection:
    """One kept-alive connection to the loopback address."""

    def __init__(self, port: int) -> None:
        self._socket = socket.create_connection(("127.0.0.1", port), timeout=ANSWER_SECONDS)
        self._socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def __enter__(self) -> Connection:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._socket.close()

    def send(self, request: bytes) -> None:
        """Send one request."""
        self._socket.sendall(request)

    def receive(self) -> Answer:
        """Read one whole answer; raises ConnectionError when the server hangs up before its end."""
        data = self._socket.recv(262144)
        while (end := data.find(_HEAD_END)) < 0:
            data += self._more()
        head = data[:end]
        status = int(head[9:12])
        length = 0 if status == 304 else _length(head)
        parts, missing = [data[end + 4 :]], length - (len(data) - end - 4)
        while missing > 0:
            parts.append(self._more())
            missing -= len(parts[-1])
        return Answer(status, head, b"".join(parts))

    def _more(self) -> bytes:
        data = self._socket.recv(262144)
        if not data:
            raise ConnectionError("the server hung up in the middle of an answer")
        return data


def get(request: Request) -> Answer:
    """Ask once; raises UnexpectedAnswerError on another status than the expected one."""
    with Connection(request.port) as connection:
        connection.send(request.encoded())
        return _checked(connection.receive(), request)


def rate(requests: Sequence[Request], seconds: float) -> float:
    """Return how many of the requests, taken in turn, one server answers in a second.

    Every connection has a request in flight, so that the server always has one to work on.
    Raises UnexpectedAnswerError on any answer with another status than the expected one.
    """
    encoded = [request.encoded() for request in requests]
    connections = [Connection(requests[0].port) for _ in range(CONNECTIONS)]
    answered = sent = 0
    try:
        started = time.perf_counter()
        deadline = started + seconds
        for connection in connections:
            connection.send(encoded[sent % len(encoded)])
            sent += 1
        while answered < sent:
            connection = connections[answered % CONNECTIONS]
            _checked(connection.receive(), requests[answered % len(requests)])
            answered += 1
            if time.perf_counter() < deadline:
                connection.send(encoded[sent % len(encoded)])
                sent += 1
        return answered / (time.perf_counter() - started)
    finally:
        for connection in connections:
            connection.__exit__(None, None, None)


def _length(head: bytes) -> int:
    start = head.lower().find(_LENGTH)
    if start < 0:
        raise UnexpectedAnswerError(f"no Content-Length in {head!r}")
    return int(head[start + len(_LENGTH) :].split(b"\r\n", 1)[0])


def _checked(answer: Answer, request: Request) -> Answer:
    if answer.status != request.status:
        raise UnexpectedAnswerError(
            f"{request.path} answered {answer.status} instead of {request.status}: "
            f"{answer.body[:300]!r}"
        )
    return answer
