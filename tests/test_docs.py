"""The docs do what they show. Python examples run as doctests; here the examples of the command are run."""

from __future__ import annotations

import re
import shlex
from doctest import ELLIPSIS, OutputChecker
from pathlib import Path
from typing import Final

import pytest

from shanghai_tech.cli import main
from shanghai_tech.vocabulary import Vocabulary

ROOT: Final = Path(__file__).parents[1]
PAGES: Final = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")), ROOT / "CONTRIBUTING.md"]
BLOCK: Final = re.compile(r"^```console\n(?P<body>.*?)^```$", re.MULTILINE | re.DOTALL)
COMMAND: Final = re.compile(r"^\$ (?P<command>.+)\n(?P<output>(?:(?!\$ ).*\n)*)", re.MULTILINE)
LINK: Final = re.compile(r"\]\((?P<target>[^)#: ]+)(?:#[^)]*)?\)")


def commands() -> list[tuple[str, str, str]]:
    """Page, command and output of each example of our own command."""
    return [
        (page.name, example["command"], example["output"])
        for page in PAGES
        for block in BLOCK.finditer(page.read_text("utf-8"))
        for example in COMMAND.finditer(block["body"])
        if example["command"].startswith(("shanghai-tech", "echo"))
    ]


@pytest.mark.parametrize(("page", "command", "output"), commands())
def test_a_command_prints_what_its_page_shows(
    page: str, command: str, output: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    given, piped, ours = command.rpartition(" | ")
    if piped:
        monkeypatch.setattr("shanghai_tech.cli.sources._stdin", (shlex.split(given)[1] + "\n").encode)
    monkeypatch.chdir(ROOT)

    main(shlex.split(ours)[1:])

    shown = capsys.readouterr().out
    assert OutputChecker().check_output(output, shown, ELLIPSIS), f"{page}: {command}\n{shown}"


def test_there_are_commands_to_try() -> None:
    assert len({command for _, command, _ in commands()}) >= 4


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = [link["target"] for link in LINK.finditer(page.read_text("utf-8"))]

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_table_of_the_vocabulary_is_explained() -> None:
    told = (ROOT / "docs" / "vocabulary.md").read_text("utf-8")

    assert [field for field in Vocabulary.__annotations__ if f"`{field}`" not in told] == []
