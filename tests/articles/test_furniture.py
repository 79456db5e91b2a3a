"""Furniture: whole lines, and the ends of lines that are otherwise read."""

from __future__ import annotations

from typing import Final

import pytest

from shanghai_tech import Vocabulary, load_vocabulary
from shanghai_tech.articles.furniture import LONGEST, trim, whole_line
from shanghai_tech.errors import InvalidVocabulary
from shanghai_tech.vocabulary.page_entries import Furniture

VOCABULARY: Final = load_vocabulary()

FURNITURE: Final = [
    ("Share - WeChat", "share-bar"),
    ("Facebook Twitter LinkedIn Email", "share-bar"),
    ("Print", "share-bar"),
    ("0 comments", "share-counts"),
    ("1.2k views", "share-counts"),
    ("1 2 Next   >>|", "navigation-pages"),
    ("1 2 >", "navigation-pages"),
    ("App | 中文 |", "navigation-editions"),
    ("Global EditionASIA 中文双语Français", "navigation-editions"),
    ("Home / China / Society", "navigation-home"),
    ("Home>>", "navigation-home"),
    ("Business > Markets > Stocks", "navigation-path"),
    ("Biz / Auto", "navigation-sections"),
    ("Skip to content", "navigation-skip"),
    ("Learn more", "navigation-skip"),
    ("5 min read", "reading-aids"),
    ("Sign up for our newsletter", "account-prompt"),
    ("Join the Gazette's Telegram channel for all the news.", "account-prompt"),
    ("Terms of Use | Privacy Policy", "site-links"),
    ("Advertisement", "advertisement"),
    ("PRESS RELEASE", "press-release"),
    ("Special Reports", "links-heading"),
    ("Related Stories", "links-heading"),
    ("More from Business", "links-heading"),
    ("Read more: Ten years of the park", "links-inline"),
    ("READ: Ten years of the park", "links-inline"),
    ("Tags: sensors, parks", "links-tags"),
    ("https://example.org/parks/1", "web-address"),
    ("www.example.org", "web-address"),
    ("desk@example.org", "mail-address"),
    ("Contact the writers at desk@example.org", "mail-address"),
    ("Tel: +86 21 5555 0100", "contact"),
    ("Copyright 1995 - . All rights reserved. No page of this site may be copied.", "copyright"),
    ("© 2019 Harbour Gazette", "copyright"),
    ("License for publishing multimedia online 0108263", "registration"),
    ("Registration Number: 130349", "registration"),
    ("京ICP备00000000号", "registration"),
    ("Source: Xinhua  Editor: huaxia", "source"),
    ("(Web editor: A. Editor)", "source"),
    ("(Agencies)", "agencies"),
    ("(With inputs from agencies)", "agencies-with"),
    ("Reporting by A. Writer; Editing by B. Editor", "reporting"),
    ("-ENDS-", "end-mark"),
    ("Enditem", "end-mark"),
    ("[Photo/Xinhua]", "credit"),
    ("Photo: VCG", "credit"),
    ("$1 = 8.3 yuan", "conversion"),
    ("(1 U.S. dollar equals 7 yuan)", "conversion"),
    ("($1 = 1,138.4000 Korean won)", "conversion"),
    ("Harbour Composite 3,010.65 +0.5%", "share-price"),
]

TEXT: Final = [
    "A park for sensors",
    "Share prices rose on Monday.",
    "Home to 300 laboratories",
    "Copyright rules will be tightened, officials said.",
    "Contact lenses with chips",
    "Photos of the new park were shown on Monday.",
    "Source code of the model was published.",
    "Registration of startups rose 12 percent to 3,000",
    "Next stop: the harbor",
    "More chips for the harbor",
    "Video games boom",
    "GDP: 3.27 trillion yuan",
    "* City to spend 1.2 trillion won through 2016",
    "In 2018, 300 laboratories opened",
    "1 yuan coin to go digital",
    "Read the room",
    "Opinion: why chips matter",
]


@pytest.mark.parametrize(("line", "kind"), FURNITURE)
def test_lines_of_furniture_are_known_by_their_kind(line: str, kind: str) -> None:
    entry = whole_line(line, VOCABULARY)

    assert entry is not None
    assert entry.id == kind


@pytest.mark.parametrize("line", TEXT)
def test_lines_of_text_are_no_furniture(line: str) -> None:
    assert whole_line(line, VOCABULARY) is None


@pytest.mark.parametrize(
    ("line", "left", "kinds"),
    [
        ("Sales doubled.(Source: China Daily)", "Sales doubled.", ["source-end"]),
        (
            "A robot serves coffee. [Photo by A. Camera/For China Daily]",
            "A robot serves coffee.",
            ["credit-caption-end"],
        ),
        ("A car of the park in May. PROVIDED TO CHINA DAILY", "A car of the park in May.", ["credit-words-end"]),
        ("The park at night. Photo: VCG", "The park at night.", ["credit-words-end"]),
        ("The park at night. A. Camera / SHINE", "The park at night.", ["credit-words-end"]),
        ("(Photo: Xinhua)The park at night", "The park at night", ["credit-start"]),
        ("Orders grew.($1 = 8.3 yuan) (Editing by B. Editor)", "Orders grew.", ["conversion-end", "reporting-end"]),
        ("It makes 40,000 wafers. Enditem", "It makes 40,000 wafers.", ["end-mark-end"]),
        ("So it ended. (China Daily 05/07/2019 page5)", "So it ended.", ["source-page"]),
        ("Output grew (by about 3 percent).", "Output grew (by about 3 percent).", []),
        ("A profit of 7 million yuan ($1.1 million)", "A profit of 7 million yuan ($1.1 million)", []),
        ("A. CAMERA / CHINA DAILY", "", ["credit-words-end"]),
        ("[Photo/VCG](Source: China Daily)", "", ["credit-start", "source-end"]),
        ("A" + "(Photo: B)" * 8, "A(Photo: B)(Photo: B)", ["credit-caption-end"] * 6),  # enough is enough
        ("", "", []),
    ],
)
def test_furniture_at_the_ends_of_a_line_is_told_apart(line: str, left: str, kinds: list[str]) -> None:
    span, found = trim(line, VOCABULARY)

    assert span.slice(line) == left
    assert [each.entry.id for each in found] == kinds
    assert all(not each.span.overlaps(span) for each in found)


def test_a_line_that_is_too_long_is_no_furniture() -> None:
    assert whole_line("© 2019 " + "x" * LONGEST, VOCABULARY) is None


def test_a_vocabulary_may_bring_its_own_furniture() -> None:
    own = Vocabulary(furniture=(Furniture(id="weather", pattern=r"Sunny, \d+ degrees"),))
    entry = whole_line("SUNNY, 30 degrees", own)

    assert entry is not None
    assert entry.id == "weather"
    assert whole_line("Print", own) is None


def test_a_pattern_that_is_none_is_refused() -> None:
    own = Vocabulary(furniture=(Furniture(id="broken", pattern="("),))

    with pytest.raises(InvalidVocabulary) as refused:
        whole_line("Print", own)

    assert str(refused.value) == "vocabulary: $.furniture[broken].pattern: missing ), unterminated subpattern"
