"""How far two coders agree, human or machine: kappa, F1, main themes and what is confused.

Only recommendations that both coded count. Cohen's kappa is that of Cohen, "A coefficient of
agreement for nominal scales" (1960); F1 takes the first coder for the reference, which changes
precision and recall but not F1.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence

import msgspec

from learnt.theme.sheet import CodedRow


class ThemeAgreement(msgspec.Struct, frozen=True):
    """Agreement on one theme: how many each coder gave, and both; `kappa` None if undefined."""

    theme: str
    first: int
    second: int
    both: int
    kappa: float | None
    f1: float


class Agreement(msgspec.Struct, frozen=True, kw_only=True):
    """Agreement of two coders over the `recommendations` that both coded.

    `mains` counts those of which both named a main theme; `confusion` is (main theme of the first,
    of the second, how many) where they differ, the commonest first.
    """

    recommendations: int
    only_first: int
    only_second: int
    themes: tuple[ThemeAgreement, ...]
    mean_kappa: float | None
    micro_f1: float
    macro_f1: float
    mains: int
    same_main: int
    confusion: tuple[tuple[str, str, int], ...]


class _Coded:
    """What one coder gave: the themes and the main theme by recommendation."""

    def __init__(self, rows: Iterable[CodedRow], group: Callable[[str], str]) -> None:
        self.themes: dict[str, set[str]] = {}
        self.main: dict[str, str] = {}
        for row in rows:
            given = self.themes.setdefault(row.recommendation_id, set())
            name = group(row.theme) if row.theme else ""
            if name:
                given.add(name)
            if row.main and name:
                self.main[row.recommendation_id] = name


def compare(
    first: Sequence[CodedRow],
    second: Sequence[CodedRow],
    order: Sequence[str],
    group: Callable[[str], str] = str,
) -> Agreement:
    """Compare two coders' rows.

    `order` lists the themes (or groups) as they are to be told; `group` gives the published group
    of a theme, "" if it has none, to compare by groups.
    """
    one, two = _Coded(first, group), _Coded(second, group)
    shared = sorted(one.themes.keys() & two.themes.keys())
    themes = tuple(
        agreement
        for theme in order
        if (agreement := _on_theme(theme, [(one.themes[i], two.themes[i]) for i in shared]))
    )
    given = sum(theme.first + theme.second for theme in themes)
    kappas = [theme.kappa for theme in themes if theme.kappa is not None]
    mains = [(one.main[i], two.main[i]) for i in shared if i in one.main and i in two.main]
    return Agreement(
        recommendations=len(shared),
        only_first=len(one.themes) - len(shared),
        only_second=len(two.themes) - len(shared),
        themes=themes,
        mean_kappa=sum(kappas) / len(kappas) if kappas else None,
        micro_f1=2 * sum(theme.both for theme in themes) / given if given else 0.0,
        macro_f1=sum(theme.f1 for theme in themes) / len(themes) if themes else 0.0,
        mains=len(mains),
        same_main=sum(a == b for a, b in mains),
        confusion=tuple(
            (a, b, n)
            for (a, b), n in Counter(pair for pair in mains if pair[0] != pair[1]).most_common()
        ),
    )


def _on_theme(theme: str, pairs: Sequence[tuple[set[str], set[str]]]) -> ThemeAgreement | None:
    """Give the agreement on a theme; None where neither coder gave it."""
    first = sum(theme in a for a, _ in pairs)
    second = sum(theme in b for _, b in pairs)
    both = sum(theme in a and theme in b for a, b in pairs)
    if not first + second:
        return None
    kappa = cohen_kappa(first, second, both, len(pairs))
    return ThemeAgreement(theme, first, second, both, kappa, 2 * both / (first + second))


def cohen_kappa(first: int, second: int, both: int, of: int) -> float | None:
    """Give Cohen's kappa of two coders who gave a theme `first`, `second` and `both` times.

    None where chance alone must agree, because each gave it always.
    """
    observed = (of - first - second + 2 * both) / of
    chance = (first * second + (of - first) * (of - second)) / (of * of)
    return None if chance == 1 else (observed - chance) / (1 - chance)


def count_groups(
    rows: Iterable[CodedRow], group: Callable[[str], str]
) -> list[tuple[str, int, int]]:
    """Count recommendations by group: the name, how many are in it, how many have it as main.

    A recommendation counts once in a group, whichever of its themes led there; those of no
    counterpart are counted under "". The commonest comes first.
    """
    coded: dict[str, set[str]] = {}
    mains: Counter[str] = Counter()
    for row in rows:
        if row.theme:
            coded.setdefault(row.recommendation_id, set()).add(group(row.theme))
            mains[group(row.theme)] += row.main
    counts = Counter(name for names in coded.values() for name in names)
    return [(name, number, mains[name]) for name, number in counts.most_common()]
