"""Values that are kept within bounds."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from newslint.recent import Recent


def test_what_was_put_is_found_under_an_equal_key() -> None:
    recent = Recent(100)
    assert recent.put(("a", 1), "first", 10) == "first"
    assert recent.get(("a", 1)) == "first"
    assert recent.get(("a", 2)) is None


def test_what_was_used_least_recently_goes_first() -> None:
    recent = Recent(20)
    recent.put("a", 1, 10)
    recent.put("b", 2, 10)
    recent.get("a")
    recent.put("c", 3, 10)
    assert [recent.get(key) for key in "abc"] == [1, None, 3]


def test_a_value_in_place_of_another_takes_its_room() -> None:
    recent = Recent(20)
    recent.put("a", 1, 15)
    recent.put("a", 2, 5)
    assert (recent.get("a"), recent.weight) == (2, 5)


def test_what_is_too_large_is_not_kept() -> None:
    recent = Recent(20)
    recent.put("a", 1, 21)
    assert (recent.get("a"), recent.weight) == (None, 0)


def test_threads_may_share_it() -> None:
    recent = Recent(50)

    def work(number: int) -> None:
        for step in range(500):
            recent.put((number + step) % 9, step, 10)
            recent.get(step % 9)

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(work, range(4)))
    assert 0 <= recent.weight <= 50
