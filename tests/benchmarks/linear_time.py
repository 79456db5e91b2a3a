"""How the time of reading grows with the length of a text: the ratio should follow the length, whatever the text."""

from __future__ import annotations

from time import perf_counter
from typing import Final

from shanghai_tech import load_vocabulary, read, seeds

SIZES: Final = (20_000, 40_000, 80_000, 160_000)
SHORTER: Final = (1_000, 4_000, 8_000)

#: What makes a careless rule start again at every word of a long text.
PIECES: Final = (
    *("5 ", "5-", "5, ", "5 to ", "a third ", "one in ", "$", "$5 ", "(5 yuan ", "twenty ", "million ", "5 big "),
    *("No. 5 ", "5 and ", "5 of the ", "5 new or ", "5%", "12 pounds ", "¥5 ", "Ann 5 ", "5 a a ", "between 5 "),
    *("in March 2018 and ", "January-September ", "the first three full straight ", "2018 / ", "the past year to "),
    *("the Ministry of Bank of ", "Chinese ", "see Zork & ", "Science and Technology, ", "A.B.", "vice ", "Zork's "),
    *("Zork (ABC) and ", "Zork and Zork Group and ", "his chairman Li Na said the company, ", 'x "Zork Bork '),
    *(
        "a",
        "1",
        "/",
        "[",
        "|",
        "—",
        ":",
        ">",
        "$1 = ",
        "http://",
        "a@",
        "U.S. ",
        "By ",
        "Share ",
        "(Source: x)",
        "。",
        "....x",
    ),
    *("(Source: x)", "。", "....x"),
    "word " * 14 + "\n",
)


def texts() -> dict[str, str]:
    """What is repeated: prose, and what a careless pattern would choke on."""
    return {
        "the seeds": "\n\n".join(seed.read_text("utf-8") for seed in seeds()),
        "one endless sentence": "the city and ",
        "one endless number": "1234567890",
        "grouped digits": "1,000,",
        "numbers without a mark between": "5 million ",
        "ranges of ranges": "5 to 6 to ",
        "open brackets": "(((",
        "quotation marks": "“‘\"'",
        "dots": ".",
        "capitals": "National Bank Of The ",
        "hyphens": "low-",
        "blank lines": "\n\n \n",
        "lines of two words": "two words\n",
        "lists of names": "Ningbo Robotics Co and Ann Lee, ",
        "one undertaking again and again": "Nokia opened a lab in Oulu. ",
        "undertakings without an end": "opened a lab and ",
        "people and what they say": "“We will grow by 5 percent,” said Ann Lee, chairman of Foo Corp. ",
        "tables": "Ningbo\t1,060\t7%\n",
        "dates": "May 5, 2018 ",
        "years": "2018 to 2019 by ",
        "letters of other scripts": "上海的科技",
    }


def seconds(text: str) -> float:
    begun = perf_counter()
    read(text)
    return perf_counter() - begun


def measure(pieces: dict[str, str], sizes: tuple[int, ...]) -> None:
    print("seconds for " + ", ".join(f"{size:,}" for size in sizes) + " characters, and the growth from first to last")
    print(f"(linear: {sizes[-1] / sizes[0]:.0f})")
    for name, piece in pieces.items():
        long = piece * (sizes[-1] // len(piece) + 1)
        took = [seconds(long[:size]) for size in sizes]
        print(f"  {name:<36}" + "".join(f"{each:>8.3f}" for each in took) + f"{took[-1] / took[0]:>8.1f}")


def main() -> None:
    load_vocabulary()
    read("warm")
    measure(texts(), SIZES)
    measure({repr(piece.strip()[:30]): piece for piece in PIECES}, SHORTER)


if __name__ == "__main__":
    main()
