"""The road from needs to the quote: every step of it stands here once, in order. Nothing is printed, no clock is read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from fractions import Fraction

from proposer.configure import UNLIMITED, Watch, is_beaten
from proposer.diagnostics import Diagnostic, Outcome, Severity, did_you_mean
from proposer.model.catalog import Catalog, Option
from proposer.model.configuration import Configuration, Conflict
from proposer.model.needs import Needs
from proposer.model.objective import Objective
from proposer.model.quote import Quote, QuoteOption
from proposer.pipeline.known import Known
from proposer.pipeline.solving import TOO_SHORT, Request, Solved, first_question, solve
from proposer.quote import PricedOption, Pricing, Standing, quote_option, whole_quote
from proposer.quote.discounts import idle
from proposer.quote.floors import below_floor, prices_of

__all__ = ["make_quote", "quote_of"]

Progress = Callable[[str, int, int], None]


def make_quote(
    catalog: Catalog,
    needs: Needs,
    as_of: date,
    *,
    selected: str | None = None,
    term: int | None = None,
    progress: Progress | None = None,
    only: bool = False,
    objective: Objective | None = None,
    known: Known | None = None,
    watch: Watch = UNLIMITED,
) -> Outcome[Quote | Conflict]:
    """The quote with all options for the best term, or the conflict that forbids any.

    `selected` is the option to detail; without it, the second one if it keeps the budget, else the first.
    With `only`, the quote has no other option than the one that is selected (without it, the first). What `watch` allows
    is shared by the choices for all terms and options; where it ends one before its proof, the quote says by how much.
    """
    outcome = quote_of(
        Request(known or Known(catalog, as_of), needs, objective, watch=watch),
        selected=selected,
        term=term,
        progress=progress,
        only=only,
    )
    unused = tuple(idle(needs.discounts, outcome.value.options)) if isinstance(outcome.value, Quote) else ()
    return Outcome(outcome.value, (*outcome.diagnostics, *unused))


def quote_of(
    request: Request, *, selected: str | None, term: int | None, progress: Progress | None = None, only: bool = True
) -> Outcome[Quote | Conflict]:
    """The same for a request that may have something forced or barred."""
    if faults := _faults(request, selected, term):
        return Outcome(None, faults)
    catalog = request.catalog
    tell = progress or _silent
    terms = (term,) if term is not None else request.needs.terms
    tell("choosing", 0, len(catalog.options))
    later = 1 if only else len(catalog.options) - 1
    answers = _at_each(request, terms, later)
    found = [answer.value for answer in answers if isinstance(answer.value, Solved)]
    if not found:
        return _nearest_to_hold(answers)
    first = min(found, key=lambda solved: rank(solved.configuration, request.least))
    quoted = (
        _quote_one(request, first, selected or catalog.options[0].id)
        if only
        else _quote_all(request, first, selected, tell)
    )
    if faults := _below_floor(request, quoted.value):
        return Outcome(None, faults)
    return Outcome(quoted.value, (*quoted.diagnostics, *_cut_short(answers)))


def choose_one(request: Request, selected: str | None) -> Outcome[PricedOption | Conflict]:
    """The choice of one option at the best of the needs' terms, without its quote; the first one where none is named."""
    if faults := _faults(request, selected, None):
        return Outcome(None, faults)
    answers = _at_each(request, request.needs.terms, 1)
    found = [answer.value for answer in answers if isinstance(answer.value, Solved)]
    if not found:
        nearest = _nearest_to_hold(answers)
        return Outcome(nearest.value if isinstance(nearest.value, Conflict) else None, nearest.diagnostics)
    first = min(found, key=lambda solved: rank(solved.configuration, request.least))
    options = request.catalog.options
    number = [option.id for option in options].index(selected or options[0].id)
    answer = solve(request, options[: number + 1], first.configuration.term) if number else Outcome(first)
    if not isinstance(answer.value, Solved):
        return Outcome(answer.value, answer.diagnostics)
    one = answer.value
    priced = PricedOption(options[number], one.demands, one.configuration, one.not_added, request.least)
    return Outcome(priced, answer.diagnostics)


def _below_floor(request: Request, quote: Quote | Conflict | None) -> tuple[Diagnostic, ...]:
    """What was negotiated too far in some option."""
    book = request.catalog.price_book(request.day)
    if book is None or not isinstance(quote, Quote) or not request.needs.discounts:
        return ()
    return below_floor(prices_of(quote.options), request.needs.discounts, book, request.catalog.policy)


def _at_each(request: Request, terms: Sequence[int], later: int) -> list[Outcome[Solved | Conflict]]:
    """The first option at each term but those at which nothing could be better than at a longer one that has an answer."""
    found: dict[int, Outcome[Solved | Conflict]] = {}
    for number, months in enumerate(sorted(terms, reverse=True)):
        if not _is_beaten(request, months, [term for term, each in found.items() if isinstance(each.value, Solved)]):
            part = _for_one_of(request, later + len(terms) - number)
            found[months] = solve(part, request.catalog.options[:1], months)
    return [found[months] for months in terms if months in found]


def _is_beaten(request: Request, term: int, solved: Sequence[int]) -> bool:
    questions = [first_question(request, months) for months in (term, *solved)]
    asked = [question for question in questions[1:] if question]
    return questions[0] is not None and any(is_beaten(questions[0], by) for by in asked)


def _cut_short(answers: Sequence[Outcome[Solved | Conflict]]) -> tuple[Diagnostic, ...]:
    """What was not found in the time given, as warnings beside what was."""
    found = (diagnostic for answer in answers if answer.value is None for diagnostic in answer.diagnostics)
    return tuple(replace(d, severity=Severity.WARNING) for d in found if d.code == TOO_SHORT)


def _for_one_of(request: Request, choices: int) -> Request:
    """The request with its part of the time, when so many choices are still to come."""
    return replace(request, watch=request.watch.part(choices))


def _silent(stage: str, done: int, of: int) -> None:
    """Progress for nobody."""


def rank(choice: Configuration, least: Objective) -> tuple[int, Fraction, int]:
    """Of the choices at several terms the least by this is taken: the lowest average month wins, or the least of another
    objective; priced answers before individual cases, ties to the shorter term.
    """
    months = choice.term if least is Objective.TCV else 1
    return choice.individual_cases, Fraction(choice.proof.objective, months), choice.term


def _nearest_to_hold(answers: Sequence[Outcome[Solved | Conflict]]) -> Outcome[Quote | Conflict]:
    """Of the terms at which only the budget is short, the one that lacks least; else the shortest term's conflict."""
    conflicts = [(answer.value, answer.diagnostics) for answer in answers if isinstance(answer.value, Conflict)]
    short = [(conflict, found) for conflict, found in conflicts if conflict.over_budget > 0]
    if short:
        return Outcome(*min(short, key=lambda each: each[0].over_budget))
    return Outcome(None, answers[0].diagnostics) if not conflicts else Outcome(*conflicts[0])


def _quote_all(request: Request, first: Solved, selected: str | None, tell: Progress) -> Outcome[Quote | Conflict]:
    """All options at the term of the first one, then the quote."""
    options = request.catalog.options
    answers = [Outcome(first, ())]
    for number in range(1, len(options)):
        tell("choosing", number, len(options))
        answer = solve(_for_one_of(request, len(options) - number), options[: number + 1], first.configuration.term)
        if _cut_short([answer]) and selected not in {option.id for option in options[number:]}:
            answers.append(Outcome(None, _cut_short([answer])))
            break
        if not isinstance(answer.value, Solved):
            return Outcome(answer.value, answer.diagnostics)
        answers.append(Outcome(answer.value, answer.diagnostics))
    tell("pricing", len(options), len(options))
    solved = [(option, answer.value) for option, answer in zip(options, answers, strict=False) if answer.value]
    quote = _quoted(request, solved, first, selected)
    return Outcome(quote, tuple(d for answer in answers for d in answer.diagnostics))


def _quote_one(request: Request, first: Solved, selected: str) -> Outcome[Quote | Conflict]:
    """One option alone, at the term of the first one."""
    number = [option.id for option in request.catalog.options].index(selected)
    options = request.catalog.options[: number + 1]
    answer = solve(request, options, first.configuration.term) if number else Outcome(first)
    if not isinstance(answer.value, Solved):
        return Outcome(answer.value, answer.diagnostics)
    return Outcome(_quoted(request, [(options[-1], answer.value)], first, selected), answer.diagnostics)


def _quoted(request: Request, solved: Sequence[tuple[Option, Solved]], first: Solved, selected: str | None) -> Quote:
    """The quote of the options that were solved."""
    pricing = Pricing(request.catalog, request.prices(first.configuration.term), request.known.bundles)
    priced = [
        PricedOption(option, each.demands, each.configuration, each.not_added, request.least) for option, each in solved
    ]
    quoted = tuple(quote_option(one, pricing, request.needs, request.day) for one in priced)
    advice = tuple(dict.fromkeys(r.text for r in first.demands.recommendations))
    book = request.catalog.price_book(request.day)
    standing = Standing(request.day, book.name if book else "", quoted, selected or _default(quoted), advice)
    return whole_quote(request.catalog, request.needs, standing)


def _default(options: Sequence[QuoteOption]) -> str:
    """The recommended one, which is the second, as long as it keeps the budget."""
    second = options[min(1, len(options) - 1)]
    return options[0].id if second.over_budget else second.id


def _faults(request: Request, selected: str | None, term: int | None) -> tuple[Diagnostic, ...]:
    """What the request itself gets wrong: a date outside every book, an option or a term that there is not."""
    catalog = request.catalog
    faults: list[Diagnostic] = []
    if catalog.price_book(request.day) is None:
        faults.append(no_price_book(catalog, request.day))
    names = [option.id for option in catalog.options]
    if selected is not None and selected not in names:
        message = f"there is no option `{selected}`"
        faults.append(Diagnostic("QUO102", message, help=did_you_mean(selected, names)))
    if term is not None and term not in catalog.terms:
        faults.append(unsold_term(catalog, term))
    return tuple(faults)


def no_price_book(catalog: Catalog, day: date) -> Diagnostic:
    """The fault of a day that has no prices."""
    books = "; ".join(f"{b.name}, from {b.valid.start} until {b.valid.end}" for b in catalog.price_books)
    return Diagnostic(
        "QUO101", f"no price book is valid on {day}", help=f"choose a date with --as-of; there is {books}"
    )


def unsold_term(catalog: Catalog, term: int) -> Diagnostic:
    """The fault of a term that nothing is sold for."""
    sold = ", ".join(str(months) for months in catalog.terms)
    return Diagnostic("QUO103", f"a term of {term} months is not sold", help=f"terms: {sold} months")
