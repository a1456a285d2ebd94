"""The picture of the ratios: for every question how many times as fast Jiandu is as each of its peers."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from html import escape

from tests.bench.reads import Figure

_COLOURS = {"limit": "#4c78a8", "strawberry": "#e45756", "postgraphile": "#54a24b"}
_LEFT, _WIDTH, _BAR, _GAP, _TOP = 330, 420, 12, 10, 46
_LEAST, _MOST = 0.25, 128.0


def _x(ratio: float) -> float:
    share = math.log(min(max(ratio, _LEAST), _MOST) / _LEAST) / math.log(_MOST / _LEAST)
    return _LEFT + share * _WIDTH


def _text(x: float, y: float, text: str, anchor: str = "start") -> str:
    return f'<text x="{x:.0f}" y="{y:.0f}" text-anchor="{anchor}">{escape(text)}</text>'


def _bars(figures: Sequence[Figure]) -> Iterator[tuple[float, str]]:
    y = float(_TOP)
    for figure in figures:
        yield y, _text(_LEFT - 8, y + _BAR - 2, f"{figure.workload} {figure.question}, {figure.cases:,}", "end")
        for peer, ratio in figure.against.items():
            start, end = sorted((_x(1), _x(ratio)))
            yield (
                y + _BAR,
                f'<rect x="{start:.1f}" y="{y:.0f}" width="{max(end - start, 1):.1f}" height="{_BAR - 2}" '
                f'fill="{_COLOURS[peer]}"/>' + _text(end + 4, y + _BAR - 3, f"{ratio:.2f}"),
            )
            y += _BAR
        y += _GAP


def picture(figures: Sequence[Figure]) -> str:
    """An SVG with one bar a peer on a logarithmic scale; right of the line at 1 Jiandu is the faster one."""
    bars = list(_bars([figure for figure in figures if figure.peer == "jiandu"]))
    height = max(y for y, _ in bars) + 2 * _GAP
    legend = "".join(
        f'<rect x="{_LEFT + 150 * place}" y="8" width="10" height="10" fill="{colour}"/>'
        + _text(_LEFT + 150 * place + 14, 17, f"Jiandu / {peer}")
        for place, (peer, colour) in enumerate(_COLOURS.items())
    )
    ticks = "".join(
        f'<line x1="{_x(tick):.0f}" x2="{_x(tick):.0f}" y1="34" y2="{height:.0f}" '
        f'stroke="{"#333" if tick == 1 else "#ddd"}"/>' + _text(_x(tick), 31, f"{tick:g}×", "middle")
        for tick in (0.25, 0.5, 1, 2, 5, 20, 100)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="{_LEFT + _WIDTH + 60}" height="{height:.0f}" '
        'font-family="sans-serif" font-size="11"><rect width="100%" height="100%" fill="white"/>'
        f"{ticks}{legend}{''.join(bar for _, bar in bars)}</svg>\n"
    )
