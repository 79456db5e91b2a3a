"""Texts → readings, by several processes.

Each worker is an interpreter of its own, started with the import path of this one and fed through pipes. The pools of
the standard library are not used for this: a forked process inherits locks of threads that it does not have, and a
spawned one runs the user's own script once more. What a worker that has ended should have read is left to whoever
asked; so all that workers change is the time.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Callable, Generator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from queue import SimpleQueue
from subprocess import DEVNULL, PIPE, Popen
from typing import Final, TypeAlias, cast

from shanghai_tech.reading import Reading, read
from shanghai_tech.vocabulary import Vocabulary

#: Has a text with an id read while the caller goes on; None where the worker has ended.
Reader: TypeAlias = Callable[[str, str], Future[Reading | None]]

#: What a pipe to a process that has ended raises, and what an answer raises that was cut off.
_GONE: Final = (OSError, ValueError, EOFError, pickle.PickleError, AttributeError, ImportError, IndexError)
_SERVE: Final = "import sys; sys.path[:] = {path!r}; from shanghai_tech.corpus.workers import serve; serve()"


def can_work() -> bool:
    """Whether this interpreter can be started again: not where it is a part of another program."""
    return Path(sys.executable or "").name.lower().startswith("python") and not hasattr(sys, "frozen")


@contextmanager
def workers(vocabulary: Vocabulary, *, processes: int) -> Generator[Reader | None, None, None]:
    """Start some processes and give what has them read; None where there can be none. They end with the context."""
    try:
        knowledge = pickle.dumps(vocabulary)
    except (pickle.PickleError, AttributeError, TypeError):  # an entry of a class that cannot be found by name
        yield None
        return
    with ExitStack() as stack:
        staff: list[Popen[bytes]] = []
        with suppress(OSError):  # no more processes: those that are there do
            while len(staff) < processes:
                staff.append(stack.enter_context(_started()))
        if not staff:
            yield None
            return
        idle = SimpleQueue[Popen[bytes]]()
        threads = stack.enter_context(ThreadPoolExecutor(len(staff)))
        try:
            for worker in staff:
                threads.submit(_teach, worker, knowledge, idle)
            yield lambda text, name: threads.submit(_read, idle, text, name)
        finally:
            for worker in staff:
                worker.kill()
            threads.shutdown(cancel_futures=True)
            for worker in staff:
                _hang_up(worker)


def _started() -> Popen[bytes]:
    code = _SERVE.format(path=[*map(str, sys.path)])
    return Popen([sys.executable, "-P", "-c", code], stdin=PIPE, stdout=PIPE, stderr=DEVNULL)  # noqa: S603  our own code


def _hang_up(worker: Popen[bytes]) -> None:
    """Close the pipe to a worker, whatever still waits in it."""
    with suppress(OSError):
        if worker.stdin is not None:
            worker.stdin.close()


def _teach(worker: Popen[bytes], knowledge: bytes, idle: SimpleQueue[Popen[bytes]]) -> None:
    with suppress(*_GONE):
        _send(worker, knowledge)
    idle.put(worker)


def _read(idle: SimpleQueue[Popen[bytes]], text: str, name: str) -> Reading | None:
    worker = idle.get()
    try:
        _send(worker, pickle.dumps((text, name)))
        return _answer(worker)
    except _GONE:
        worker.kill()  # or what it says next would be taken for another answer
        return None
    finally:
        idle.put(worker)


def _send(worker: Popen[bytes], message: bytes) -> None:
    if worker.stdin is not None:
        worker.stdin.write(message)
        worker.stdin.flush()


def _answer(worker: Popen[bytes]) -> Reading:
    if worker.stdout is None:
        raise EOFError
    return cast("Reading", pickle.load(worker.stdout))  # noqa: S301  from a process of ours


def serve() -> None:
    """Be a worker: take the vocabulary, then texts with their ids, and answer each with its reading."""
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    with suppress(EOFError):  # nothing more to read
        vocabulary = cast("Vocabulary", pickle.load(requests))  # noqa: S301  from the process that started this one
        while True:
            text, name = cast("tuple[str, str]", pickle.load(requests))  # noqa: S301  likewise
            pickle.dump(read(text, id=name, vocabulary=vocabulary), answers)
            answers.flush()
