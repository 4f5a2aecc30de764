"""What was worked out lately, by what it was worked out from."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Hashable
from threading import Lock
from typing import Any, TypeVar

Kept = TypeVar("Kept")


class Recent:
    """Keeps values for the life of a process; those that were used least recently go first.

    Several threads may use it. What is kept must not be changed, neither key nor value.
    """

    def __init__(self, largest: int) -> None:
        """Keep values that weigh at most `largest` together."""
        self._largest = largest
        self._weight = 0
        self._kept: OrderedDict[Hashable, tuple[Any, int]] = OrderedDict()
        self._lock = Lock()

    def get(self, key: Hashable) -> Any | None:
        """Return what was put under an equal key, or None."""
        with self._lock:
            found = self._kept.get(key)
            if found is None:
                return None
            self._kept.move_to_end(key)
            return found[0]

    def put(self, key: Hashable, value: Kept, weight: int) -> Kept:
        """Keep `value` under `key`, and return it; `weight` is about the bytes they take."""
        with self._lock:
            self._weight += weight - self._kept.pop(key, (None, 0))[1]
            self._kept[key] = value, weight
            while self._weight > self._largest:
                _, (_, gone) = self._kept.popitem(last=False)
                self._weight -= gone
        return value

    @property
    def weight(self) -> int:
        """What everything weighs that is kept."""
        return self._weight
