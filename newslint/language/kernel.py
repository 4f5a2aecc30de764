"""Which library multiplies the language model's matrices.

spaCy's own, blis, knows few processors: on one that it does not know, and on one with wider
registers than its code uses, numpy's takes half the time or less. The parses are the same.
Imported only with spaCy.
"""

from __future__ import annotations

import ctypes
import os
from importlib import import_module
from typing import TYPE_CHECKING, Literal

from thinc.backends import NumpyOps

from newslint.language.spacy_import import KERNEL_VARIABLE

if TYPE_CHECKING:
    from spacy.language import Language

#: What blis calls its code for processors that it does not know, and for older ones.
_UNKNOWN = "generic"
_NARROW = frozenset({"haswell", "zen", "zen2", "zen3"})

Kernel = Literal["blis", "numpy"]


def choose(*, single: bool) -> Kernel:
    """Return the library that is quicker on this processor, or the one in `NEWSLINT_KERNEL`.

    `single` says that numpy's keeps to one thread, as blis always does: several would take
    the processors away from the other processes of a run. The libraries are asked what they
    use, not timed: the choice is the same in every run.
    """
    named = os.environ.get(KERNEL_VARIABLE)
    if named == "numpy":
        return "numpy"
    if named == "blis" or not single:
        return "blis"
    code = _blis_code()
    quicker = code == _UNKNOWN or (code in _NARROW and _has_wide_registers())
    return "numpy" if quicker else "blis"


def use(kernel: Kernel, nlp: Language) -> None:
    """Have the components of a pipeline that run on the processor use this library."""
    ops = NumpyOps(use_blis=kernel == "blis")
    for _, component in nlp.pipeline:
        model = getattr(component, "model", None)
        for node in model.walk() if model is not None and hasattr(model, "walk") else ():
            if type(node.ops) is NumpyOps:
                node.ops = ops


def _blis_code() -> str | None:
    """Return the name of the code that blis chose for this processor, None if it is not told."""
    try:
        library = ctypes.CDLL(str(import_module("blis.cy").__file__))
        library.bli_arch_string.restype = ctypes.c_char_p
        name: object = library.bli_arch_string(library.bli_arch_query_id())
    except (ImportError, OSError, AttributeError):
        return None
    return name.decode("ascii", "replace") if isinstance(name, bytes) else None


def _has_wide_registers() -> bool:
    try:
        features = import_module("numpy._core._multiarray_umath").__cpu_features__
    except (ImportError, AttributeError):
        return False
    return isinstance(features, dict) and bool(features.get("AVX512F"))
