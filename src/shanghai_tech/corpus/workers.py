"""Files → readings, by several processes.

Each worker is an interpreter of its own, started with the import path of this one and fed through pipes. The pools of
the standard library are not used: a forked process inherits locks of threads that it does not have, and a spawned one
runs the user's own script once more. A worker that ends early is not waited for, and what it has not read is left to
whoever asked; so all that workers change is the time.
"""

from __future__ import annotations

import pickle
import sys
from collections.abc import Generator, Iterator, Sequence
from contextlib import ExitStack, suppress
from pathlib import Path
from queue import Empty, SimpleQueue
from subprocess import DEVNULL, PIPE, Popen
from threading import Thread
from typing import Final, TypeAlias, cast

from attrs import field, frozen

from shanghai_tech.errors import UnreadableFile
from shanghai_tech.reading import Reading, read, text_of_file
from shanghai_tech.vocabulary import Vocabulary

#: The place of a file among the sources, and what it gave.
Told: TypeAlias = tuple[int, Reading | UnreadableFile]

#: What a pipe to a process that has ended raises, and what an answer raises that was cut off.
_GONE: Final = (OSError, ValueError, EOFError, pickle.PickleError, AttributeError, ImportError, IndexError)
_SERVE: Final = "import sys; sys.path[:] = {path!r}; from shanghai_tech.corpus.workers import serve; serve()"


def can_work() -> bool:
    """Whether this interpreter can be started again: not where it is a part of another program."""
    return Path(sys.executable or "").name.lower().startswith("python") and not hasattr(sys, "frozen")


def read_by_workers(sources: Sequence[tuple[Path, str]], vocabulary: Vocabulary, *, processes: int) -> Generator[Told]:
    """The reading of each file as they come, each with its place; what no worker has read is missing."""
    try:
        shift = _Shift(sources, pickle.dumps(vocabulary))
    except (pickle.PickleError, AttributeError, TypeError):  # an entry of a class that cannot be found by name
        return
    with ExitStack() as stack:
        workers: list[Popen[bytes]] = []
        with suppress(OSError):  # no more processes: those that are there do
            while len(workers) < processes:
                workers.append(stack.enter_context(_started()))
        threads = [Thread(target=shift.feed, args=(worker,), daemon=True) for worker in workers]
        try:
            for thread in threads:
                thread.start()
            yield from shift.results(len(threads))
        finally:
            shift.end()
            for worker, thread in zip(workers, threads, strict=True):
                worker.kill()
                if thread.ident is not None:
                    thread.join()


def _started() -> Popen[bytes]:
    code = _SERVE.format(path=[*map(str, sys.path)])
    return Popen([sys.executable, "-P", "-c", code], stdin=PIPE, stdout=PIPE, stderr=DEVNULL)  # noqa: S603  our own code


@frozen(eq=False)
class _Shift:
    """The files that wait, and those that were read; a None tells that a worker has ended."""

    sources: Sequence[tuple[Path, str]]
    knowledge: bytes
    waiting: SimpleQueue[int] = field(init=False, factory=SimpleQueue[int])
    told: SimpleQueue[Told | None] = field(init=False, factory=SimpleQueue[Told | None])

    def __attrs_post_init__(self) -> None:
        for at in range(len(self.sources)):
            self.waiting.put(at)

    def results(self, workers: int) -> Iterator[Told]:
        """What was read, until all workers have ended."""
        while workers:
            found = self.told.get()
            if found is None:
                workers -= 1
            else:
                yield found

    def end(self) -> None:
        """Leave nothing to do."""
        with suppress(Empty):
            while True:
                self.waiting.get_nowait()

    def feed(self, worker: Popen[bytes]) -> None:
        """Have a worker read what waits, one file after the other."""
        try:
            with suppress(*_GONE, Empty):
                _send(worker, self.knowledge)
                while True:
                    self._one(worker, self.waiting.get_nowait())
        finally:
            with suppress(OSError):
                if worker.stdin is not None:
                    worker.stdin.close()
            self.told.put(None)

    def _one(self, worker: Popen[bytes], at: int) -> None:
        path, name = self.sources[at]
        try:
            text = text_of_file(path)
        except UnreadableFile as error:
            self.told.put((at, error))
            return
        _send(worker, pickle.dumps((text, name)))
        self.told.put((at, _answer(worker)))


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
