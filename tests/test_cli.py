"""The command, through `main`: what it prints, what it complains about, and its exit codes."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, Final

import pytest

from shanghai_tech import Corpus, from_jsonl, merged_to_table, read, read_file, seeds
from shanghai_tech.cli.main import CLOSED, INTERRUPTED, main
from shanghai_tech.cli.sources import UNREADABLE
from shanghai_tech.corpus import load

FACT: Final = "Shanghai Daily\n\nShanghai had over 500 laboratories in 2018.\n"
PLAN: Final = "Shanghai Daily\n\nShanghai plans to build 10,000 base stations by 2025.\n"

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., str]:
    def written(name: str, content: str | bytes) -> str:
        path = tmp_path / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return str(path)

    return written


def lines(capsys: Capture) -> list[dict[str, Any]]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def stdin(monkeypatch: pytest.MonkeyPatch, content: bytes) -> None:
    monkeypatch.setattr("shanghai_tech.cli.sources._stdin", lambda: content)


# ---------------------------------------------------------------- what it prints


def test_without_a_path_the_seeds_are_read(capsys: Capture) -> None:
    assert main(["read", "--format", "jsonl"]) == 0

    told = lines(capsys)
    assert [line["id"] for line in told if line["record"] == "article"] == [seed.stem for seed in seeds()]
    kinds = {"article", "organization", "initiative", "metric", "target"}
    assert all(line["record"] in kinds for line in told)


def test_a_file_is_read_into_the_exchange_shape(write: Callable[..., str], capsys: Capture) -> None:
    assert main(["read", "--format", "jsonl", write("a-town.txt", FACT)]) == 0

    out = capsys.readouterr().out
    reading = read(FACT, id="a-town")
    assert list(from_jsonl(out.splitlines())) == list(reading)
    assert [str(metric.quantity) for metric in reading.metrics] == [">500 {laboratory}"]


def test_a_table_shows_facts_with_their_words(write: Callable[..., str], capsys: Capture) -> None:
    assert main(["read", write("a.txt", FACT), write("b.txt", PLAN)]) == 0

    out = capsys.readouterr().out
    assert "over 500 {laboratory}" in out
    assert "by 2025" in out
    assert out.index("metric") < out.index("target")
    assert max(map(len, out.splitlines())) <= 120


def test_only_the_kinds_that_are_asked_for_are_told(write: Callable[..., str], capsys: Capture) -> None:
    text = "Ouyang Robotics Ltd has 300 engineers. It plans to build 40 laboratories. 300 yuan.\n"
    path = write("a.txt", text)

    def kinds(*options: str) -> list[str]:
        assert main(["read", path, "--format", "jsonl", *options]) == 0
        return [line["record"] for line in lines(capsys)]

    assert [kind for kind in kinds() if kind != "initiative"] == ["article", "organization", "metric", "target"]
    assert kinds("--only", "organization") == ["article", "organization"]
    assert kinds("--only", "target,metric") == ["article", "metric", "target"]

    main(["read", path])
    assert "not understood at 74: “300 yuan”" in capsys.readouterr().out
    main(["read", path, "--only", "organization"])
    assert capsys.readouterr().out == "a\nundated\n\nkind     organization\ncompany  Ouyang Robotics Ltd\n\n"


def test_a_folder_is_read_file_by_file_in_the_order_of_names(tmp_path: Path, capsys: Capture) -> None:
    for name in ("b.txt", "a.txt", "notes.md"):
        (tmp_path / name).write_text(FACT)

    assert main(["read", str(tmp_path), "--format", "jsonl"]) == 0
    assert [line["id"] for line in lines(capsys) if line["record"] == "article"] == ["a", "b"]

    assert main(["mentions", str(tmp_path), "--format", "jsonl"]) == 0
    assert [line["source"] for line in lines(capsys)] == ["a", "a", "b", "b"]


def test_many_files_are_read_by_several_processes_into_the_same(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: Capture
) -> None:
    for number in range(20):
        (tmp_path / f"story_{number:02}.txt").write_text(FACT.replace("500", str(500 + number)))
    (tmp_path / "story_07.txt").write_bytes(b"a\0b")
    (tmp_path / "story_17.txt").write_text("")

    def told(form: str) -> tuple[str, str]:
        assert main(["read", str(tmp_path), "--format", form]) == UNREADABLE
        out, err = capsys.readouterr()
        return out, err

    here = [told("table"), told("jsonl")]
    monkeypatch.setattr(load, "_WORTH_A_PROCESS", 100)
    assert load.worth(tmp_path.glob("*.txt")) == len(os.sched_getaffinity(0))
    assert [told("table"), told("jsonl")] == here
    assert [line.split(": ")[1] for line in here[0][1].splitlines()[::2]] == [
        str(tmp_path / "story_07.txt"),
        str(tmp_path / "story_17.txt"),
    ]


def test_what_several_articles_tell_is_one_record(write: Callable[..., str], capsys: Capture) -> None:
    paths = [write("a.txt", FACT), write("b.txt", FACT.replace("over 500", "500")), write("c.txt", PLAN)]
    bad = write("bad.txt", b"a\0b")

    assert main(["read", "--merge", "--format", "jsonl", bad, *paths]) == UNREADABLE
    out, err = capsys.readouterr()
    corpus = Corpus.of(*map(read_file, paths))
    assert list(from_jsonl(out.splitlines())) == list(corpus)
    assert [{each.article for each in metric.evidence} for metric in corpus.metrics] == [{"a", "b"}]
    assert err == f"shanghai-tech: {bad}: is binary: it holds zero bytes\nhint: give a text file in UTF-8\n"

    assert main(["read", "--merge", *paths]) == 0
    assert capsys.readouterr().out == merged_to_table(corpus) + "\n"

    assert main(["read", "--merge", "--only", "target", "--format", "jsonl", *paths]) == 0
    assert [line["record"] for line in lines(capsys)] == ["article", "article", "article", "target"]


def test_two_texts_of_one_name_cannot_be_merged(tmp_path: Path, capsys: Capture) -> None:
    for folder, text in (("2018", FACT), ("2019", PLAN)):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(text)
    first, second = (str(tmp_path / folder / "story.txt") for folder in ("2018", "2019"))

    assert main(["read", "--merge", "--format", "jsonl", first, second]) == UNREADABLE

    out, err = capsys.readouterr()
    assert err == (
        f"shanghai-tech: {second}: would have the id 'story', which {first} has\nhint: give files names of their own\n"
    )
    assert list(from_jsonl(out.splitlines())) == list(Corpus.of(read_file(first)))


def test_standard_input_is_read(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    stdin(monkeypatch, FACT.encode())

    assert main(["read", "-", "--format", "jsonl"]) == 0
    assert [line["id"] for line in lines(capsys) if line["record"] == "article"] == ["stdin"]

    stdin(monkeypatch, b"")
    assert main(["read", "-"]) == UNREADABLE
    assert capsys.readouterr() == ("", "shanghai-tech: standard input: is empty\n")


def test_line_ends_stay_so_that_offsets_are_those_of_the_file(write: Callable[..., str], capsys: Capture) -> None:
    path = write("a.txt", FACT.replace("\n", "\r\n"))

    main(["read", path, "--format", "jsonl"])

    article, *facts = lines(capsys)
    text = Path(path).read_bytes().decode()
    assert article["text"] == text
    assert facts
    assert all(text[e["start"] : e["end"]] == e["quote"] for fact in facts for e in fact["evidence"])


def test_mentions_are_printed_with_place_and_meaning(write: Callable[..., str], capsys: Capture) -> None:
    text = "Last year about 8.3 million people came."

    assert main(["mentions", "--format", "jsonl", "--published", "2019-05-07", write("a.txt", text)]) == 0

    period, quantity = lines(capsys)
    assert (period["source"], period["quote"], period["timex"]) == ("a", "Last year", "2018")
    assert period["period"]["start"] == "2018-01-01"
    assert text[quantity["start"] : quantity["end"]] == quantity["quote"] == "about 8.3 million people"
    assert quantity["quantity"]["value"] == "8300000"
    assert quantity["quantity"]["bound"] == "about"
    assert quantity["quantity"]["unit"] == "{person}"
    assert quantity["interval"] == {"low": "7470000", "low_open": False, "high": "9130000", "high_open": False}


def test_mentions_are_printed_as_a_table(write: Callable[..., str], capsys: Capture) -> None:
    assert main(["mentions", write("a.txt", "It rose 40 percent by 2020.")]) == 0

    out = capsys.readouterr().out
    assert "40 percent" in out
    assert "[39.5, 40.5]" in out
    assert "by 2020" in out


def test_a_vocabulary_is_added(write: Callable[..., str], capsys: Capture) -> None:
    myriad = write("mine.toml", '[[scale]]\nid = "myriad"\nfactor = 10000\nnames = ["myriad"]')

    assert (
        main(["mentions", "--vocabulary", myriad, "--format", "jsonl", write("a.txt", "It has 3 myriad users.")]) == 0
    )

    assert [line["quantity"]["value"] for line in lines(capsys)] == ["30000"]


def test_the_version_is_told(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as done:
        main(["--version"])

    assert done.value.code == 0
    assert capsys.readouterr().out.startswith("shanghai-tech 0.")


# ---------------------------------------------------------------- what it complains about


@pytest.mark.parametrize("command", ["read", "mentions"])
def test_what_cannot_be_read_is_told_and_the_others_are_read(
    command: str, write: Callable[..., str], tmp_path: Path, capsys: Capture
) -> None:
    (tmp_path / "no-text").mkdir()
    bad = {
        str(tmp_path / "none.txt"): "does not exist",
        str(tmp_path / "no-text"): "is a folder without text files\nhint: their names end in .txt",
        write("zero.txt", b"a\0b"): "is binary: it holds zero bytes\nhint: give a text file in UTF-8",
        write("latin.txt", "café".encode("latin-1")): (
            "is not in UTF-8: byte 0xe9 at 3\nhint: convert it, for example with iconv -f WINDOWS-1252 -t UTF-8"
        ),
        write("empty.txt", b""): "is empty",
        write("blank.txt", b" \n\n"): "is empty",
    }
    for path, problem in bad.items():
        good = write("good.txt", FACT)

        assert main([command, path, good, "--format", "jsonl"]) == UNREADABLE

        out, err = capsys.readouterr()
        assert err == f"shanghai-tech: {path}: {problem}\n"
        assert "500" in out


def test_a_bad_vocabulary_is_told(write: Callable[..., str], capsys: Capture) -> None:
    assert main(["read", "--vocabulary", write("mine.toml", "[[scale]]\nid = 'x'")]) == UNREADABLE

    out, err = capsys.readouterr()
    assert out == ""
    assert err == "shanghai-tech: mine.toml: $.scale[0].factor: is missing\n"


@pytest.mark.parametrize(
    ("arguments", "problem"),
    [
        ([], "the following arguments are required: COMMAND"),
        (["write"], "argument COMMAND: invalid choice: 'write'"),
        (
            ["read", "--only", "metric,fact"],
            (
                "argument --only: invalid kind: 'fact'; "
                "expected some of organization, initiative, metric, target, with commas between"
            ),
        ),
        (["read", "--only", ""], "argument --only: invalid kind: ''; expected some of organization, initiative"),
        (["mentions", "--only", "metric"], "unrecognized arguments: --only"),
        (["read", "--format", "xml"], "argument --format: invalid choice: 'xml'"),
        (["mentions", "--published", "soon"], "argument --published: invalid period: expected a period such as 2018"),
        (["mentions", "--published", "2019-02-29"], "expected a day of the calendar"),
    ],
)
def test_wrong_arguments_are_told(arguments: list[str], problem: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as refused:
        main(arguments)

    assert refused.value.code == 2
    assert problem in capsys.readouterr().err


# ---------------------------------------------------------------- how it ends


def test_an_interrupt_ends_it_quietly(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    def interrupted() -> bytes:
        raise KeyboardInterrupt

    monkeypatch.setattr("shanghai_tech.cli.sources._stdin", interrupted)

    assert main(["read", "-"]) == INTERRUPTED
    assert capsys.readouterr() == ("", "")


def test_a_reader_that_goes_away_ends_it_quietly() -> None:
    code = (
        "import sys; from shanghai_tech.cli import main; sys.exit(main(['read', '--format', 'jsonl'] + sys.argv[1:]))"
    )
    many = [str(seed) for seed in seeds()] * 20
    with subprocess.Popen(  # noqa: S603  our own command
        [sys.executable, "-c", code, *many], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()

        assert process.stderr.read() == b""
        assert process.wait() == CLOSED


def test_letters_are_printed_whatever_the_terminal_says(write: Callable[..., str]) -> None:
    path = write("a.txt", FACT.replace("Shanghai Daily", "上海"))
    code = f"import sys; from shanghai_tech.cli import main; sys.exit(main(['read', {path!r}]))"
    done = subprocess.run(  # noqa: S603  our own command
        [sys.executable, "-c", code], check=True, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"}
    )

    assert "上海" in done.stdout.decode()


def test_a_person_who_waits_is_told_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch, write: Callable[..., str], capsys: Capture
) -> None:
    monkeypatch.setattr("shanghai_tech.cli.sources._PATIENCE", -1.0)
    path = write("a.txt", FACT)

    main(["read", path, path])
    assert capsys.readouterr().err == ""  # nobody is looking

    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    main(["read", path, path])
    assert capsys.readouterr().err == "".join(f"\r\x1b[Kreading {number} of 2: a\r\x1b[K" for number in (1, 2))


# ---------------------------------------------------------------- questions


def test_questions_choose_records(write: Callable[..., str], capsys: Capture) -> None:
    paths = write("a.txt", FACT), write("b.txt", PLAN)

    assert main(["ask", "metrics", "--quantity", "> 400 laboratories", *paths]) == 0
    told = capsys.readouterr().out
    assert told.startswith("1 of 1 metrics where quantity > '400 laboratories'\n\n1 article\n")
    assert "over 500 {laboratory}" in told

    assert main(["ask", "targets", *paths, "--by", "2025", "--form", "level", "--format", "jsonl"]) == 0
    assert [(line["record"], line["label"]) for line in lines(capsys)] == [("target", "base stations")]


def test_an_option_given_twice_asks_for_either(capsys: Capture) -> None:
    assert main(["ask", "organizations", "--kind", "university", "--kind", "exchange", "--format", "jsonl"]) == 0

    kinds = {line["kind"] for line in lines(capsys)}
    assert kinds == {"university", "exchange"}


def test_answers_come_in_the_order_asked_for(capsys: Capture) -> None:
    command = ["ask", "metrics", "--unit", "yuan", "--format", "jsonl", "--order", "quantity"]
    assert main([*command, "--descending"]) == 0
    falling = [int(line["quantity"]["value"]) for line in lines(capsys)]
    assert main(command) == 0

    assert falling == sorted(falling, reverse=True)
    assert [int(line["quantity"]["value"]) for line in lines(capsys)] == falling[::-1]
    assert len(falling) > 3


def test_what_is_possible_is_told_when_nothing_is_certain(write: Callable[..., str], capsys: Capture) -> None:
    path = write("a.txt", FACT)

    assert main(["ask", "metrics", "--quantity", ">= 600", path]) == 0
    assert capsys.readouterr().out == (
        "0 of 1 metrics where quantity >= '600'\n  possible: 1, with --possible\n  none for quantity >= '600' alone\n"
    )
    assert main(["ask", "metrics", "--quantity", ">= 600", "--possible", path]) == 0
    assert "over 500 {laboratory}" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "complaint"),
    [
        (["metrics", "--form", "levle"], "did you mean 'level'?"),
        (["metrics", "--quantity", "> much"], "an amount such as"),
        (["targets", "--by", "soon"], "invalid period"),
        (["metrics", "--order", "subjcet"], "did you mean 'subject'?"),
        (["metrics", "--order", "due"], "metrics have no field due"),
        (["initiatives", "--kind", "company"], "initiatives have no kind 'company'"),
    ],
)
def test_a_question_that_cannot_be_asked_is_told(options: list[str], complaint: str, capsys: Capture) -> None:
    assert main(["ask", *options]) == UNREADABLE

    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("shanghai-tech: invalid")
    assert complaint in err


def test_a_kind_of_record_has_no_options_of_others(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["ask", "organizations", "--by", "2025"])

    assert refused.value.code == UNREADABLE
    assert "unrecognized arguments: --by" in capsys.readouterr().err


# ---------------------------------------------------------------- comparisons

PROMISE: Final = (
    "Suzhou Herald\n\nMay 7, 2020\n\nSuzhou had 60 parks in 2019. Suzhou plans to have 100 parks by 2025.\n"
)
REPORT: Final = "Suzhou Post\n\nJanuary 5, 2026\n\nSuzhou had 120 parks in 2025. It had 61 parks in 2019.\n"


def test_progress_is_told_by_outcome(write: Callable[..., str], capsys: Capture) -> None:
    paths = write("promise.txt", PROMISE), write("report.txt", REPORT)

    assert main(["progress", *paths, "--format", "jsonl"]) == 0
    told = [(line["answer"], line["outcome"], line["records"][0]) for line in lines(capsys)]
    assert {answer for answer, _, _ in told} == {"progress"}
    assert sorted(outcome for _, outcome, _ in told) == ["met", "open", "open"]

    assert main(["progress", paths[0], "--as-of", "2026-06-30"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("unknown: 1\n- Suzhou, parks: a target of 100 parks by 2025 (“100 parks” [promise]);")
    assert out.endswith("targets without a metric: 0 of 1\n")


def test_rates_join_currencies(write: Callable[..., str], capsys: Capture) -> None:
    text = "Suzhou spent 690 million yuan on roads in 2019. Suzhou plans to spend $200 million on roads by 2025.\n"
    path = write("a.txt", text)

    def answers(*options: str) -> list[str]:
        assert main(["progress", path, "--format", "jsonl", *options]) == 0
        return [line["answer"] for line in lines(capsys)]

    assert answers() == ["nearmiss"]
    assert answers("--implied-rates") == ["nearmiss"]
    assert answers("--rate", "USD/CNY=6.9") == ["progress"]


@pytest.mark.parametrize("option", [["--rate", "USD=6.9"], ["--as-of", "2025"], ["--as-of", "soon"]])
def test_an_option_that_is_no_rate_or_day_is_told(option: list[str], capsys: Capture) -> None:
    with pytest.raises(SystemExit) as refused:
        main(["progress", *option])

    assert refused.value.code == UNREADABLE
    assert "invalid" in capsys.readouterr().err


def test_articles_are_compared(write: Callable[..., str], capsys: Capture) -> None:
    paths = write("promise.txt", PROMISE), write("report.txt", REPORT)

    assert main(["compare", *paths]) == 0
    out = capsys.readouterr().out
    assert out.startswith("1 thing told by several articles: 1 contradicts.\n- Suzhou, parks: 60 parks in 2019")
    assert "contradict one another: “60 parks” and “61 parks” have no number in common" in out

    assert main(["compare", *paths, "--format", "jsonl"]) == 0
    told = lines(capsys)
    assert (told[0]["answer"], told[0]["outcome"]) == ("agreement", "contradicts")
    assert {evidence["article"] for evidence in told[0]["evidence"]} == {"promise", "report"}
    growth = next(line for line in told if line["answer"] == "implication")
    assert growth["figures"]["figure"]["unit"] == "%"


def test_versions_are_compared(write: Callable[..., str], capsys: Capture) -> None:
    old, new = write("old.txt", PROMISE), write("new.txt", PROMISE.replace("had 60", "had over 55"))

    assert main(["revision", old, new]) == 0
    assert "softened: 1\n" in capsys.readouterr().out
    assert main(["revision", new, old, "--format", "jsonl"]) == 0
    assert sorted(line["outcome"] for line in lines(capsys)) == ["kept", "sharpened"]
    assert main(["revision", old, str(Path(old).with_name("missing.txt"))]) == UNREADABLE
    assert "does not exist" in capsys.readouterr().err


def test_versions_may_be_of_one_name(tmp_path: Path, capsys: Capture) -> None:
    for folder, text in (("old", PROMISE), ("new", PROMISE.replace("had 60", "had over 55"))):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "story.txt").write_text(text)

    assert main(["revision", str(tmp_path / "old" / "story.txt"), str(tmp_path / "new" / "story.txt")]) == 0
    assert f"[{tmp_path / 'old' / 'story'}]" in capsys.readouterr().out.replace("\n  ", " ")


def test_a_version_is_one_text(tmp_path: Path, capsys: Capture) -> None:
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(FACT)

    assert main(["revision", str(tmp_path), str(tmp_path)]) == UNREADABLE
    assert "a version is one text file" in capsys.readouterr().err


def test_without_versions_those_of_the_seeds_are_compared(capsys: Capture) -> None:
    assert main(["revision", "--format", "jsonl"]) == 0

    told = lines(capsys)
    shared = [line for line in told if line["outcome"] == "kept"]
    assert len({evidence["article"] for line in told for evidence in line["evidence"]}) == 2
    assert shared
    assert len(told) > len(shared)
