"""Never run: the questions that a user's own code may put to records, and those that the type checkers refuse."""

from __future__ import annotations

from typing import assert_type

from shanghai_tech import Corpus, Form, Initiative, Metric, Organization, Period, Target
from shanghai_tech.compare import Figure, Outcome, agreement, change, implied, progress, progress_report, revision
from shanghai_tech.query import (
    Predicate,
    Selection,
    Truth,
    due,
    form,
    kind,
    label,
    participants,
    period,
    quantity,
    subject,
)

corpus = Corpus()

assert_type(corpus.metrics.where(subject == "Shanghai", quantity >= "1 trillion yuan"), Selection[Metric])
assert_type(corpus.targets.where(due.by(2025) & (form == Form.LEVEL), possible=True), Selection[Target])
assert_type(corpus.targets.where(lambda target: target.due is not None).first(), Target | None)
assert_type(corpus.metrics.order_by(period, subject, descending=True)[0], Metric)
assert_type(corpus.metrics[1:], Selection[Metric])
assert_type(corpus.metrics.group_by(subject), dict[str | None, Selection[Metric]])
assert_type(corpus.initiatives.group_by(period), dict[Period | None, Selection[Initiative]])
assert_type(corpus.organizations.where(kind == "company").one(), Organization)
assert_type(corpus.initiatives.where(~participants.has("Tencent")).count(), int)
assert_type((subject == "Shanghai")(corpus.metrics[0]), Truth)
question: Predicate[Metric] = (subject == "Shanghai") & period.during("2018")
pointed: Predicate[Target] = (subject == "Shanghai") | due.by("2025")

corpus.metrics.where(due.by("2025"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
corpus.targets.where(period.during("2025"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
corpus.organizations.where(subject == "Shanghai")  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
corpus.initiatives.where(quantity > 3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
corpus.metrics.where((subject == "Shanghai") & due.by("2025"))  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
period.during("2018") & due.by("2025")  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue, reportUnusedExpression]
"Shanghai" & (subject == "Shanghai")  # type: ignore[operator]  # pyright: ignore[reportOperatorIssue, reportUnusedExpression]
subject == "Shanghai" & form == "level"  # type: ignore[arg-type]  # noqa: B015  # pyright: ignore[reportOperatorIssue, reportUnusedExpression]
corpus.metrics.order_by(due)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
corpus.metrics.group_by(participants)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
corpus.metrics.where(True)  # type: ignore[arg-type]  # noqa: FBT003  # pyright: ignore[reportArgumentType]
quantity > 3.5  # type: ignore[operator]  # noqa: B015  # pyright: ignore[reportOperatorIssue, reportUnusedExpression]
label.has(3)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
form.one_of(2)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
due.before(2025.5)  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]

# ---------------------------------------------------------------- comparisons

metrics, targets = corpus.metrics, corpus.targets
assert_type(change(metrics[0], targets[0]).per_year, Figure | None)
assert_type(progress(metrics[0], targets[0]).outcome, Outcome)
assert_type(progress_report(corpus).latest[0].target, Target)
assert_type(agreement(metrics[0], metrics[1]).finer, Metric | Target | None)
assert_type(revision(corpus, corpus).added[0].new, Metric | Target | None)
assert_type(implied(corpus).implications[0].figure, Figure | None)

progress(targets[0], metrics[0])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
change(corpus.organizations[0], metrics[0])  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
change(metrics[0], metrics[1], allow=["dimension"])  # type: ignore[list-item]  # pyright: ignore[reportArgumentType]
