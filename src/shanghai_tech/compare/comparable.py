"""Two facts → why they cannot be compared: each reason with a name, and in words that show both values.

The names of the reasons: "indicator" (what is measured), "subject" (of whom), "form" (a level is no share), "base"
(what a share, growth or multiple is relative to) and "dimension" (the units). All but the last can be waived.

- The indicator is the same if its id is, or the labels have the same words that carry meaning, those of the subject
  aside: "output of Suzhou" is Suzhou's "output".
- A subject that is not told is the same as none.
- Bases are the same if they share a word, or the years where both name some; a base that is not told is no reason.
- Units are of one dimension if a definition makes the one of the other, or if they count the same: an industrial robot
  is a robot. Of money, what an article restates in another currency counts as well, and what a rate converts.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Final, Literal, TypeAlias, get_args

from attrs import frozen

from shanghai_tech.compare.figure import factor_of
from shanghai_tech.compare.wording import amount, listed, told
from shanghai_tech.errors import InvalidQuestion, NotComparable
from shanghai_tech.model import Metric, Quantity, Target, Unit, UnitTerm
from shanghai_tech.query.names import content_of, words_of
from shanghai_tech.query.naming import Naming

#: What a caller may say to be of no account.
Waivable: TypeAlias = Literal["indicator", "subject", "form", "base"]
ReasonName: TypeAlias = Literal["indicator", "subject", "form", "base", "dimension"]
_WAIVABLE: Final[tuple[str, ...]] = get_args(Waivable)


@frozen
class Reason:
    """Why two facts cannot be compared: the name of the reason, and a clause that shows both values."""

    name: ReasonName
    words: str

    def __str__(self) -> str:
        return self.words


def reasons_against(
    one: Metric | Target, other: Metric | Target, *, allow: Collection[Waivable] = (), naming: Naming | None = None
) -> tuple[Reason, ...]:
    """Why nothing can be computed from two facts together; nothing where it can, but for money, which needs a rate.

    >>> from shanghai_tech import read
    >>> one, other = read("Suzhou had 12,000 startups in 2017. Wuxi had 9,000 startups in 2017.").metrics
    >>> [(reason.name, reason.words) for reason in reasons_against(one, other)]
    [('subject', 'the one is about Suzhou, the other about Wuxi')]
    >>> reasons_against(one, other, allow=["subject"])
    ()

    Raises:
        InvalidQuestion: for a reason to be waived that is none, or cannot be: what is counted in firms is no money.
    """
    check_waived(allow)
    found = _reasons(one, other, naming or Naming())
    return tuple(reason for reason in found if reason.name not in allow)


def check_waived(allow: Collection[str]) -> None:
    """Refuse what is no name of a reason that can be waived.

    Raises:
        InvalidQuestion: likewise.
    """
    for name in [allow] if isinstance(allow, str) else allow:
        if isinstance(allow, str) or name not in _WAIVABLE:
            raise InvalidQuestion("allow", allow, f"names among {listed(_WAIVABLE)}, in a list or tuple")


def refuse(reasons: Collection[Reason]) -> None:
    """Raise what keeps two facts from being compared, if anything does.

    Raises:
        NotComparable: with all of the reasons.
    """
    if reasons:
        names = [f'"{reason.name}"' for reason in reasons if reason.name in _WAIVABLE]
        hint = f"allow=({', '.join(names)},) compares them all the same" if len(names) == len(reasons) else ""
        raise NotComparable(tuple(reason.words for reason in reasons), hint=hint)


def same_indicator(one: Metric | Target, other: Metric | Target) -> bool:
    """Whether two facts measure the same: by the id, the words of the label, or what they count.

    >>> from shanghai_tech import read
    >>> one, other = read("Suzhou had 900 chip firms in 2017. Wuxi had 90 firms for chips in 2018.").metrics
    >>> one.label, other.label, same_indicator(one, other)
    ('chip firms', 'firms for chips', True)
    """
    return not measures(one).isdisjoint(measures(other))


def measures(fact: Metric | Target) -> frozenset[frozenset[str] | str]:
    """What facts that measure the same have in common; for buckets."""
    content = content_of(fact.label)
    content = content - content_of(fact.subject or "") or content
    return frozenset({fact.indicator, content} if content else {fact.indicator})


def topic(fact: Metric | Target) -> frozenset[str]:
    """All words of the label and of the indicator that tell what is measured, not of whom."""
    return (content_of(fact.label) | content_of(fact.indicator.replace("_", " "))) - content_of(fact.subject or "")


def same_count(one: Unit, other: Unit) -> Unit | None:
    """The unit of what two count, where one is a kind of the other: the wider one; None where they are none.

    >>> print(same_count(Unit.parse("{industrial robot}"), Unit.parse("{robot}")))
    {robot}
    >>> same_count(Unit.parse("{robot maker}"), Unit.parse("{robot}")) is None
    True
    """
    if len(one.per) != len(other.per):
        return None
    terms = [_wider(a, b) for a, b in zip((one.term, *one.per), (other.term, *other.per), strict=True)]
    known = [term for term in terms if term is not None]
    return Unit(known[0], tuple(known[1:])) if len(known) == len(terms) else None


def same_dimension(one: Unit, other: Unit) -> bool:
    """Whether one can be told in the other without a rate.

    >>> same_dimension(Unit.of("km2"), Unit.of("ha")), same_dimension(Unit.of("CNY"), Unit.of("USD"))
    (True, False)
    """
    return factor_of(one, other) is not None or same_count(one, other) is not None


def is_money(one: Unit, other: Unit) -> bool:
    """Whether two units are of money, per the same: a rate makes the one of the other."""
    return one.is_money and other.is_money and one.per == other.per and one.term.scale == other.term.scale == 1


def _wider(one: UnitTerm, other: UnitTerm) -> UnitTerm | None:
    if one == other:
        return one
    if one.noun is None or other.noun is None or one.scale != other.scale:
        return None
    if one.noun.endswith(f" {other.noun}"):
        return other
    return one if other.noun.endswith(f" {one.noun}") else None


def _reasons(one: Metric | Target, other: Metric | Target, naming: Naming) -> Iterator[Reason]:
    if not same_indicator(one, other):
        yield Reason("indicator", f"the one is of {one.label}, the other of {other.label}")
    if one.subject is None or other.subject is None:
        if one != other:
            untold = told(one if one.subject is None else other)
            yield Reason("subject", f"whom or what it is about is not told of “{untold}”")
    elif not naming.same(one.subject, other.subject):
        yield Reason("subject", f"the one is about {one.subject}, the other about {other.subject}")
    if one.form is not other.form:
        yield Reason("form", f"the one is a {one.form.value}, the other a {other.form.value}")
    elif one.base is not None and other.base is not None and not same_base(one.base, other.base):
        yield Reason("base", f"the one is relative to “{one.base}”, the other to “{other.base}”")
    if one.quantity is None or other.quantity is None:
        yield Reason("dimension", f"“{told(one if one.quantity is None else other)}” has no number")
    elif not _one_dimension(one, other):
        yield Reason("dimension", f"the one is {amount(one.quantity)}, the other {amount(other.quantity)}")


def same_base(one: str, other: str) -> bool:
    """Whether two bases may be one: they name the same years, or share a word where one names none.

    >>> same_base("than in 1949", "from 1949"), same_base("that of 1949", "that of 1978"), same_base("GDP", "its GDP")
    (True, False, True)
    """
    years, other_years = ({word for word in words_of(base) if word.isdigit()} for base in (one, other))
    if years and other_years:
        return years == other_years
    return not content_of(one).isdisjoint(content_of(other)) or words_of(one) == words_of(other)


def amounts_of(fact: Metric | Target) -> tuple[Quantity, ...]:
    """The quantity of a fact, and what the article restates it as."""
    return () if fact.quantity is None else (fact.quantity, *fact.restated)


def _one_dimension(one: Metric | Target, other: Metric | Target) -> bool:
    units = [(a.unit, b.unit) for a in amounts_of(one) for b in amounts_of(other)]
    return any(same_dimension(a, b) or is_money(a, b) for a, b in units)
