"""Growth as a picture: CPU time and peak memory beside words, both axes from nought."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

_WIDTH, _HEIGHT = 640, 320
_LEFT, _RIGHT, _TOP, _BOTTOM = 60, 60, 24, 44
#: Okabe and Ito's blue and vermilion, which everybody can tell apart.
_TIME, _MEMORY = "#0072b2", "#d55e00"


def plot(steps: Sequence[Mapping[str, Any]]) -> str:
    """Return an SVG: seconds on the left axis, MiB on the right one."""
    words = [float(step["words"]) for step in steps]
    time = [float(step["cpu"]) for step in steps]
    memory = [float(step["mib"]) for step in steps]
    right, low = _WIDTH - _RIGHT, _HEIGHT - _BOTTOM
    lines = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {_HEIGHT}"'
        ' role="img" font-family="sans-serif" font-size="12">',
        "<title>CPU time and peak memory beside words</title>",
        f'<rect width="{_WIDTH}" height="{_HEIGHT}" fill="#fff"/>',
        f'<path d="M{_LEFT} {_TOP}V{low}H{right}V{_TOP}" fill="none" stroke="#888"/>',
        *_curve(words, time, _TIME),
        *_curve(words, memory, _MEMORY, dashed=True),
        _text(_LEFT, _TOP - 8, "CPU seconds", _TIME, "middle"),
        _text(right, _TOP - 8, "peak MiB (dashed)", _MEMORY, "end"),
        _text(_LEFT - 6, low, "0", "#444", "end"),
        _text(_LEFT - 6, _TOP + 12, f"{max(time):,.0f}", _TIME, "end"),
        _text(right + 6, _TOP + 12, f"{max(memory):,.0f}", _MEMORY, "start"),
        _text(right, low + 18, f"{max(words):,.0f} words", "#444", "end"),
        "</svg>",
    ]
    return "\n".join(lines) + "\n"


def _curve(
    across: Sequence[float], up: Sequence[float], colour: str, *, dashed: bool = False
) -> list[str]:
    width, height = _WIDTH - _LEFT - _RIGHT, _HEIGHT - _TOP - _BOTTOM
    points = [
        (_LEFT + width * x / max(across), _HEIGHT - _BOTTOM - height * y / max(up))
        for x, y in zip(across, up, strict=True)
    ]
    path = " ".join(f"{x:.1f},{y:.1f}" for x, y in points)
    dashes = ' stroke-dasharray="5 4"' if dashed else ""
    line = f'<polyline points="{path}" fill="none" stroke="{colour}" stroke-width="2"{dashes}/>'
    dots = [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in points]
    return [line, *dots]


def _text(x: float, y: float, words: str, colour: str, anchor: str) -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" fill="{colour}" text-anchor="{anchor}">{words}</text>'
