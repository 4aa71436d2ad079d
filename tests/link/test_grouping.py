from learnt.link.grouping import make_groups


def test_a_chain_is_not_a_group() -> None:
    scores = {(0, 1): 0.9, (1, 2): 0.85, (0, 2): 0.0}
    edges = [(score, *pair) for pair, score in scores.items() if score > 0.5]
    found = make_groups(edges, lambda a, b: scores[min(a, b), max(a, b)], 0.5)
    assert found == [[0, 1]]


def test_a_triangle_is_one() -> None:
    edges = [(0.9, 0, 1), (0.8, 1, 2), (0.8, 0, 2)]
    assert make_groups(edges, lambda a, b: 0.8, 0.5) == [[0, 1, 2]]


def test_two_groups_stay_two() -> None:
    edges = [(0.9, 0, 1), (0.9, 2, 3)]
    assert make_groups(edges, lambda a, b: 0.0, 0.0) == [[0, 1], [2, 3]]


def test_no_edges_no_groups() -> None:
    assert make_groups([], lambda a, b: 1.0, 0.5) == []
