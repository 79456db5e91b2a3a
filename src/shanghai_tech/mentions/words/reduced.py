"""Past forms that are participles because the clause has its verb behind them: "chips made in Oulu come from"."""

from __future__ import annotations

from typing import Final

from shanghai_tech.mentions.words import tags as t
from shanghai_tech.mentions.words.place import Place

#: How many words behind a past form the verb of its clause may stand.
_NEAR: Final = 10
_CLAUSE_VERBS: Final = frozenset({t.BE, t.HAVE, t.MODAL})
_BREAKS: Final = frozenset({t.CONJUNCTION, t.SUBORDINATOR, t.PRONOUN})
#: Classes of words that a clause behind them may leave "that" out.
_SAYS: Final = frozenset({"report", "foresee", "commit"})


def _is_relative(place: Place) -> bool:
    """Whether a relative clause is open that has no verb yet: "a report that the Board put out says"."""
    last = next((tag for tag in reversed(place.tags) if tag == t.SUBORDINATOR or tag in t.VERBS), "")
    return last == t.SUBORDINATOR


def is_reduced(place: Place) -> bool:
    """Whether a past form behind a noun, before a preposition, is followed by the verb of its clause."""
    if (
        place.after != t.PREPOSITION
        or _is_relative(place)
        or any(not _SAYS.isdisjoint(form.verb.roles) for form in place.forms)
    ):
        return False
    for token in place.tokens[place.index + 2 : place.index + 2 + _NEAR]:
        tag = place.tables.fixed.get(token.lower, "")
        if token.kind == "punct" or tag in _BREAKS:
            return False
        if tag in _CLAUSE_VERBS:
            return True
        forms = place.tables.forms.get(token.lower, ())
        if token.text.islower() and any(
            form.tag == t.PRESENT and token.lower != form.verb.id and not form.verb.noun_too for form in forms
        ):
            return True
    return False
