"""The console command: which commands there are, and what may happen to all of them."""

from __future__ import annotations

import io
import os
import sys
from argparse import ArgumentParser
from collections.abc import Sequence
from importlib.metadata import version
from typing import Final, TextIO

from shanghai_tech.cli import asking, comparing, reading
from shanghai_tech.cli.sources import UNREADABLE, complain
from shanghai_tech.errors import ShanghaiTechError
from shanghai_tech.vocabulary import load_vocabulary

#: Exit codes: the reader of our output went away; the user interrupted.
CLOSED: Final = 141
INTERRUPTED: Final = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command and return its exit code."""
    arguments = _parser().parse_args(argv)
    _use_utf_8(sys.stdout)
    try:
        code: int = arguments.run(arguments, load_vocabulary(*arguments.vocabulary))
        sys.stdout.flush()
    except ShanghaiTechError as error:
        complain(error)
        return UNREADABLE
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # or Python complains when it exits
        return CLOSED
    return code


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        prog="shanghai-tech", description="Reads news about technology policy into typed, cited, exact records."
    )
    parser.add_argument("--version", action="version", version=f"shanghai-tech {version('shanghai-tech')}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    reading.add_commands(commands)
    asking.add_commands(commands)
    comparing.add_commands(commands)
    return parser


def _use_utf_8(stream: TextIO) -> None:
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
