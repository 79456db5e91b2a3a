"""Which of two days that a date can be agrees with the weekday that the article opens with.

In: the two days of a date such as 04/03/2019, and the sentences. Out: the one of them that its first sentence with a
weekday in it can have been printed on, and where that stands; None where both could be, or neither.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from itertools import islice
from typing import Final

from shanghai_tech.articles.dates import calendar_of
from shanghai_tech.articles.document import Part, Sentence
from shanghai_tech.articles.tense import read_tenses
from shanghai_tech.model import Span
from shanghai_tech.vocabulary import Vocabulary

#: How many sentences open an article, and how many days after a day told by its weekday it is printed.
_OPENING: Final = 4
_DAYS_AFTER: Final = 1
_LONGEST: Final = 1000
#: Words before a weekday that make it one of another week, or any: "last Friday", "every Friday", "until Friday".
_OTHER: Final = r"(?<!last )(?<!next )(?<!every )(?<!each )(?<!previous )(?<!following )(?<!until )(?<!by )(?<!a )"


@lru_cache(maxsize=8)
def _weekday(vocabulary: Vocabulary) -> re.Pattern[str]:
    names = "|".join(sorted(map(re.escape, (entry.id for entry in vocabulary.weekday)), key=len, reverse=True))
    return re.compile(rf"\b{_OTHER}(?P<day>(?i:{names or '(?!)'}))\b(?![’'])")


def day_by_weekday(
    days: tuple[date, ...], sentences: tuple[Sentence, ...], *, text: str, vocabulary: Vocabulary
) -> tuple[date, Span] | None:
    """The one of `days` that falls on, or right after, the first weekday that the opening tells as past.

    >>> from shanghai_tech.vocabulary import load_vocabulary
    >>> text = "The lab was opened on Thursday."
    >>> told = (Sentence(Span(0, len(text)), Part.BODY, 0),)
    >>> day, span = day_by_weekday(
    ...     (date(2021, 4, 3), date(2021, 3, 4)), told, text=text, vocabulary=load_vocabulary()
    ... )
    >>> day.isoformat(), span.slice(text)
    ('2021-03-04', 'Thursday')
    """
    numbers = calendar_of(vocabulary).weekdays
    body = (each for each in sentences if each.part is Part.BODY and len(each.span) <= _LONGEST)
    for sentence in islice(body, _OPENING):
        words = sentence.span.slice(text)
        match = _weekday(vocabulary).search(words)
        if match is None:
            continue
        if read_tenses(words, vocabulary).tense_at(Span(*match.span())) != "past":
            return None
        told = numbers[match["day"].casefold()]
        fitting = [day for day in days if (day.isoweekday() - told) % 7 <= _DAYS_AFTER]
        start = sentence.span.start
        return (fitting[0], Span(start + match.start(), start + match.end())) if len(fitting) == 1 else None
    return None
