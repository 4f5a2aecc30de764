from newslint.language.quotation import Quotation
from newslint.language.unclosed import fitted
from newslint.span import Span


def quotation(start: int, end: int, *, closed: bool = True) -> Quotation:
    inner = Span(start + 1, end - closed)
    return Quotation(Span(start, end), inner, '"', 1, 0, closed=closed)


def spans(closed: list[Quotation], unclosed: list[Quotation]) -> list[tuple[int, int]]:
    return [(q.span.start, q.span.end) for q in fitted(closed, unclosed)]


def test_an_unclosed_quotation_ends_with_the_one_it_began_in() -> None:
    assert spans([quotation(0, 20)], [quotation(5, 40, closed=False)]) == [(5, 19)]


def test_an_unclosed_quotation_ends_before_one_that_goes_on_beyond_it() -> None:
    assert spans([quotation(10, 30)], [quotation(0, 20, closed=False)]) == [(0, 10)]


def test_of_nested_quotations_the_outermost_that_would_be_cut_counts() -> None:
    closed = [quotation(8, 30), quotation(12, 28)]
    assert spans(closed, [quotation(0, 20, closed=False)]) == [(0, 8)]


def test_an_unclosed_quotation_may_hold_whole_ones() -> None:
    assert spans([quotation(5, 10)], [quotation(0, 20, closed=False)]) == [(0, 20)]


def test_of_two_unclosed_quotations_the_second_ends_in_the_first() -> None:
    unclosed = [quotation(4, 40, closed=False), quotation(0, 20, closed=False)]
    assert spans([], unclosed) == [(0, 20), (4, 20)]


def test_the_mark_itself_is_never_given_up() -> None:
    [found] = fitted([quotation(0, 6)], [quotation(4, 40, closed=False)])
    assert found.inner == Span(5, 5)
