"""The solver against counting out every possibility."""

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from learnt.analyse.disclosure.solve import bounds
from learnt.analyse.disclosure.system import Equation, Key, Quantity, System


@st.composite
def systems(draw: st.DrawFn) -> System:
    """Up to four numbers up to 6, and sums that a hidden truth satisfies."""
    keys: list[Key] = [("t", name) for name in "abcd"[: draw(st.integers(2, 4))]]
    truth = {key: draw(st.integers(0, 6)) for key in keys}
    quantities = {}
    for key in keys:
        low = draw(st.integers(0, truth[key]))
        quantities[key] = Quantity(low, draw(st.integers(truth[key], 6)), asked=True)
    equations = []
    for _ in range(draw(st.integers(1, 3))):
        factors = {key: draw(st.sampled_from((-2, -1, 1, 1, 2))) for key in keys}
        some = {key: factors[key] for key in draw(st.lists(st.sampled_from(keys), unique=True))}
        if some:
            value = sum(factor * truth[key] for key, factor in some.items())
            equations.append(Equation(some, value - draw(st.integers(0, 1)), value))
    return System(quantities, equations)


def counted_out(system: System) -> dict[Key, tuple[int, int]]:
    keys = list(system.quantities)
    ranges = [range(one.low, one.high + 1) for one in system.quantities.values()]
    fits = [
        dict(zip(keys, values, strict=True))
        for values in product(*ranges)
        if all(
            one.low
            <= sum(values[keys.index(key)] * by for key, by in one.factors.items())
            <= one.high
            for one in system.equations
        )
    ]
    return {key: (min(one[key] for one in fits), max(one[key] for one in fits)) for key in keys}


@settings(max_examples=150, deadline=None)
@given(systems())
def test_bounds_are_those_of_all_possibilities(system: System) -> None:
    assert bounds(system) == counted_out(system)


@settings(max_examples=60, deadline=None)
@given(systems())
def test_a_row_that_is_narrow_is_never_taken_for_open(system: System) -> None:
    exact, quick = counted_out(system), bounds(system, 3)
    for key, (low, high) in exact.items():
        if high - low < 2:
            assert quick[key] == (low, high)
        else:
            assert quick[key][1] - quick[key][0] >= 2


def test_what_is_assumed_gives_way_to_what_is_told() -> None:
    one, other = ("t", "a"), ("t", "b")
    system = System({one: Quantity(0, 4, asked=True), other: Quantity(9, 9)})
    system.between({one: 1, other: -1}, 0, 100, assumed=True)  # 4 at most is not 9 at least
    assert bounds(system) == {one: (0, 4)}
