"""How well predicted clusters agree with annotated ones.

An item is a pair: the annotated voice, and the number of the predicted one, None where the
prediction leaves it open. An item without a predicted voice is a cluster of its own.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Sequence

Item = tuple[str, int | None]


def majorities(items: Sequence[Item]) -> dict[int, str]:
    """Return for each predicted voice the annotated one it mostly stands for.

    Of several that are as frequent the first counts.
    """
    votes: dict[int, Counter[str]] = {}
    for voice, predicted in items:
        if predicted is not None:
            votes.setdefault(predicted, Counter())[voice] += 1
    return {predicted: counts.most_common(1)[0][0] for predicted, counts in votes.items()}


def counterparts(items: Sequence[Item]) -> dict[str, int]:
    """Return for annotated voices the predicted one, each used once, most shared items first."""
    shared = Counter((voice, predicted) for voice, predicted in items if predicted is not None)
    found: dict[str, int] = {}
    for (voice, predicted), _ in shared.most_common():
        if voice not in found and predicted not in found.values():
            found[voice] = predicted
    return found


def b_cubed(items: Sequence[Item]) -> tuple[float, float]:
    """Return the sums over the items of B³ precision and recall.

    Bagga and Baldwin 1998: of the items in an item's predicted cluster, the share of the
    same voice; of the items of its voice, the share in the same predicted cluster.
    """
    clusters: list[Hashable] = [
        ("alone", n) if predicted is None else predicted for n, (_, predicted) in enumerate(items)
    ]
    voices = [voice for voice, _ in items]
    both = Counter(zip(voices, clusters, strict=True))
    of_voice, of_cluster = Counter(voices), Counter(clusters)
    precision = recall = 0.0
    for voice, cluster in zip(voices, clusters, strict=True):
        precision += both[voice, cluster] / of_cluster[cluster]
        recall += both[voice, cluster] / of_voice[voice]
    return precision, recall
