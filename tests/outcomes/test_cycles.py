"""Loops in graphs."""

import pytest

from ondongne.outcomes.cycles import cycles


@pytest.mark.parametrize(
    ("edges", "loops"),
    [
        ({}, ()),
        ({"a": ["b"], "b": ["c"]}, ()),
        ({"a": ["b", "b"], "b": []}, ()),
        ({"a": ["a"]}, (("a",),)),
        ({"b": ["a"], "a": ["b"]}, (("a", "b"),)),
        ({"c": ["b"], "b": ["a"], "a": ["c"]}, (("a", "c", "b"),)),
        ({"in": ["a"], "a": ["b"], "b": ["a", "out"], "out": ["end"]}, (("a", "b"),)),
        ({"a": ["b"], "b": ["a", "c"], "c": ["d"], "d": ["c"]}, (("a", "b"), ("c", "d"))),
        ({"a": ["b"], "b": ["a", "c"], "c": ["b"]}, (("a", "b"), ("b", "c"))),
        ({"a": ["b", "c"], "b": ["d"], "c": ["d"], "d": []}, ()),
    ],
)
def test_every_id_on_a_loop_is_in_one(edges: dict[str, list[str]], loops: tuple[tuple[str, ...], ...]) -> None:
    assert cycles(edges) == loops


def test_a_long_chain_and_a_long_ring_take_a_moment() -> None:
    chain = {str(at): [str(at + 1)] for at in range(100_000)}
    assert cycles(chain) == ()
    assert [len(loop) for loop in cycles(chain | {"100000": ["0"]})] == [100_001]
