"""Agreement of clusters."""

from __future__ import annotations

import pytest

from evaluation.clustering import b_cubed, counterparts, majorities


def test_majority_names_a_predicted_voice() -> None:
    assert majorities([("ana", 0), ("tom", 0), ("ana", 0), ("tom", 1)]) == {0: "ana", 1: "tom"}


def test_the_first_of_equals_is_the_majority() -> None:
    assert majorities([("tom", 0), ("ana", 0)]) == {0: "tom"}


def test_one_to_one_leaves_the_smaller_half_of_a_split_voice_without_counterpart() -> None:
    items = [("ana", 0), ("ana", 0), ("ana", 1), ("tom", 0)]
    assert counterparts(items) == {"ana": 0}


def test_items_left_open_have_no_counterpart() -> None:
    assert counterparts([("ana", None)]) == {}
    assert majorities([("ana", None)]) == {}


def test_b_cubed_is_full_for_the_same_clusters() -> None:
    assert b_cubed([("ana", 4), ("ana", 4), ("tom", 2)]) == (3.0, 3.0)


def test_merging_costs_precision_and_splitting_costs_recall() -> None:
    merged = [("ana", 0), ("tom", 0)]
    split = [("ana", 0), ("ana", 1)]
    assert b_cubed(merged) == (1.0, 2.0)
    assert b_cubed(split) == (2.0, 1.0)


def test_items_left_open_are_clusters_of_their_own() -> None:
    assert b_cubed([("ana", None), ("ana", None)]) == (2.0, 1.0)


def test_the_example_of_the_literature() -> None:
    """Two voices of 5 and 2 and one of 5, the last two merged: precision 76 %, recall full."""
    items = [("a", 1)] * 5 + [("b", 2)] * 2 + [("c", 2)] * 5
    precision, recall = (total / len(items) for total in b_cubed(items))
    assert precision == pytest.approx(0.762, abs=0.001)
    assert recall == 1.0
