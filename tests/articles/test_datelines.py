"""Datelines: what the first paragraph opens with."""

from __future__ import annotations

from typing import Final

import pytest

from shanghai_tech import load_vocabulary
from shanghai_tech.articles.datelines import read_dateline

VOCABULARY: Final = load_vocabulary()


@pytest.mark.parametrize(
    ("text", "body", "places", "agency", "date"),
    [
        ("SHANGHAI, March 3 (Reuters) - The city", "The city", ["SHANGHAI"], "Reuters", "March 3"),
        ("SHANGHAI, Jan. 9 (Xinhua) -- Ten", "Ten", ["SHANGHAI"], "Xinhua", "Jan. 9"),
        ("TOKYO, Jan. 9 (Jiji Press)--Ten", "Ten", ["TOKYO"], "Jiji Press", "Jan. 9"),
        ("DUBAI: The emirate", "The emirate", ["DUBAI"], None, None),
        ("SINGAPORE – Makers", "Makers", ["SINGAPORE"], None, None),
        ("NEW YORK (AP) — The", "The", ["NEW YORK"], "AP", None),
        ("BEIJING/SHANGHAI (Reuters) - Two", "Two", ["BEIJING", "SHANGHAI"], "Reuters", None),
        ("(Reuters) - A", "A", [], "Reuters", None),
        ("(Yicai) Aug. 16 -- The city", "The city", [], "Yicai", "Aug. 16"),
        ("BEIJING, April 29, 2025 /PRNewswire/ -- A", "A", ["BEIJING"], "PRNewswire", "April 29, 2025"),
        (
            "Abu Dhabi, United Arab Emirates - 23 September 2025: The",
            "The",
            ["Abu Dhabi", "United Arab Emirates"],
            None,
            "23 September 2025",
        ),
        ("Bengaluru, Jan 5 (PTI) The state", "The state", ["Bengaluru"], "PTI", "Jan 5"),
        ("NAIROBI, Feb 12, 2026 (Harbour Wire) — It", "It", ["NAIROBI"], "Harbour Wire", "Feb 12, 2026"),
    ],
)
def test_a_dateline_is_told_apart(
    text: str, body: str, places: list[str], agency: str | None, date: str | None
) -> None:
    found = read_dateline(text, VOCABULARY)

    assert found is not None
    assert text[found.span.end :] == body
    assert [place.slice(text) for place in found.places] == places
    assert (found.agency.slice(text) if found.agency else None) == agency
    assert (found.date.span.slice(text) if found.date else None) == date


@pytest.mark.parametrize(
    "text",
    [
        "",
        "The park - the first of its kind - is open",
        "NOTE: ten firms",
        "READ: ten firms",
        "GDP: 3.27 trillion yuan",
        "AI (Artificial Intelligence) — the field",
        "A maker (Listed Maker) - the giant - said",
        "HARBOR (as told) - the city",
        "In May 2019, the harbor - a port - grew",
        "SHANGHAI is planning ten parks",
        "Editor's note: ten firms",
    ],
)
def test_other_openings_are_no_datelines(text: str) -> None:
    assert read_dateline(text, VOCABULARY) is None
