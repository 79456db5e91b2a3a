"""Parts of speech, coarse.

They follow the Universal Dependencies set where it is fine enough, and split verbs by form, because the form tells an
intention from a report: `V` base or present, `VD` past, `VN` participle, `VG` -ing form.
"""

from __future__ import annotations

from typing import Final

NOUN: Final = "N"
NAME: Final = "NAME"
ADJECTIVE: Final = "ADJ"
ADVERB: Final = "ADV"
NUMBER: Final = "NUM"
SIGN: Final = "SIGN"
PUNCT: Final = "PUNCT"
DETERMINER: Final = "DET"
POSSESSIVE: Final = "POSS"
PRONOUN: Final = "PRON"
PREPOSITION: Final = "IN"
CONJUNCTION: Final = "CC"
SUBORDINATOR: Final = "SUB"
MODAL: Final = "MD"
BE: Final = "BE"
HAVE: Final = "HV"
DO: Final = "DO"
TO: Final = "TO"
GENITIVE: Final = "'S"
PRESENT: Final = "V"
PAST: Final = "VD"
PARTICIPLE: Final = "VN"
GERUND: Final = "VG"

#: Tags of words that a clause is built around.
VERBS: Final = frozenset({PRESENT, PAST, PARTICIPLE, GERUND, BE, HAVE, DO, MODAL})
#: Tags of words that may stand in a noun phrase before its last noun.
NOMINAL: Final = frozenset({NOUN, NAME, ADJECTIVE, NUMBER})
#: Tags of words that only a noun or what belongs to one follows.
BEFORE_NOUN: Final = frozenset({DETERMINER, POSSESSIVE, ADJECTIVE, PREPOSITION, NUMBER, GENITIVE, SIGN})
