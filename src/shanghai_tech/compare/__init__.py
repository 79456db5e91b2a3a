"""Records beside one another: change, progress, agreement, revisions, rates, and what an article implies.

Every result has the records that it came from, their `evidence`, and `explain()`, which says in words what it is and
quotes what it rests on. What cannot be compared raises `NotComparable`, with the reasons.
"""

from shanghai_tech.compare.agreement import Agreement, AgreementOutcome, agreement
from shanghai_tech.compare.agreements import Accord, Agreements, agreements
from shanghai_tech.compare.change import Change, change
from shanghai_tech.compare.figure import Figure
from shanghai_tech.compare.growth import ImpliedStart, implied_start
from shanghai_tech.compare.implication import Implication, ImplicationKind, Verdict
from shanghai_tech.compare.implied import Implied, implied
from shanghai_tech.compare.pairs import NearMiss, ProgressReport, progress_report
from shanghai_tech.compare.progress import Outcome, Progress, progress
from shanghai_tech.compare.rate import Rate
from shanghai_tech.compare.rates import Conversion, Rates, convert
from shanghai_tech.compare.revision import Fate, Revised, Revision, revision

__all__ = [
    "Accord",
    "Agreement",
    "AgreementOutcome",
    "Agreements",
    "Change",
    "Conversion",
    "Fate",
    "Figure",
    "Implication",
    "ImplicationKind",
    "Implied",
    "ImpliedStart",
    "NearMiss",
    "Outcome",
    "Progress",
    "ProgressReport",
    "Rate",
    "Rates",
    "Revised",
    "Revision",
    "Verdict",
    "agreement",
    "agreements",
    "change",
    "convert",
    "implied",
    "implied_start",
    "progress",
    "progress_report",
    "revision",
]
