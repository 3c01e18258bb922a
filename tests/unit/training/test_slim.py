"""A network without the heads and neurons that do least for it."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

torch = pytest.importorskip("torch")
onnx = pytest.importorskip("onnx")

from tests.unit.training import windows  # noqa: E402
from training.tagger import export, shipped  # noqa: E402
from training.tagger.batches import LENGTH, Batch  # noqa: E402
from training.tagger.following import RECIPE, Following, apart  # noqa: E402
from training.tagger.network import HEAD, HEADS, INNER, WHOLE, Network, Size  # noqa: E402
from training.tagger.slim import BLOCK, HEAD_COST, LEAST, Worth, chosen, cut, worths  # noqa: E402

PIECES, ROWS = 30, 2


def batch() -> Batch:
    random = np.random.default_rng(1)
    return windows.batch(ROWS, random.integers(0, PIECES, (ROWS, LENGTH)))


def network(layers: int = 2) -> Network:
    torch.manual_seed(3)
    made: Network = Network(PIECES, WHOLE[:layers]).eval()
    return made


def answers(of: Network):  # type: ignore[no-untyped-def]
    made = batch()
    with torch.no_grad():
        return of(torch.from_numpy(made.inputs), torch.from_numpy(made.real))


def test_units_that_reach_nothing_are_worth_nothing_and_their_loss_changes_no_answer() -> None:
    whole = network()
    layer = whole.layers[1]
    with torch.no_grad():
        layer.out.weight[:, 2 * HEAD : 3 * HEAD] = 0
        layer.outer.weight[:, : INNER - 2 * BLOCK] = 0
    found = worths(whole, [batch()], 0.3)
    assert found[1].heads[2] == 0
    assert not found[1].inner[: INNER - 2 * BLOCK].any()
    assert found[1].heads[3] > 0
    heads = [h for h in range(HEADS) if h != 2]
    stay = [
        (list(range(HEADS)), list(range(INNER))),
        (heads, list(range(INNER - 2 * BLOCK, INNER))),
    ]
    smaller = cut(whole, stay)
    assert smaller.sizes == (Size(HEADS, INNER), Size(HEADS - 1, 2 * BLOCK))
    for old, new in zip(answers(whole), answers(smaller.eval()), strict=True):
        assert torch.allclose(old, new, atol=1e-4)


def test_what_is_worth_least_for_its_time_goes_first() -> None:
    heads, inner = torch.arange(HEADS).float() + 1, torch.full((INNER,), 1e3)
    stay = chosen([Worth(heads, inner), Worth(heads * 100, inner)], 3 * HEAD_COST - 0.01)
    assert stay[0][0] == list(range(3, HEADS))
    assert stay[1][0] == list(range(HEADS))
    assert len(stay[0][1]) == INNER


def test_every_layer_keeps_something_in_whole_blocks() -> None:
    worth = Worth(torch.arange(HEADS).float(), torch.arange(INNER).float())
    ((heads, inner),) = chosen([worth], 1e6)
    assert len(heads) == LEAST.heads
    assert len(inner) == LEAST.inner
    assert len(inner) % BLOCK == 0
    assert inner[-1] == INNER - 1


def test_a_network_that_is_written_is_read_back(tmp_path) -> None:  # type: ignore[no-untyped-def]
    whole = network()
    smaller = cut(whole, [([0, 5], list(range(BLOCK))), (list(range(HEADS)), list(range(INNER)))])
    export.write(smaller.eval(), tmp_path / "tagger.onnx")
    back = shipped.read(tmp_path / "tagger.onnx")
    assert back.sizes == smaller.sizes
    for name, value in smaller.state_dict().items():
        assert torch.allclose(back.state_dict()[name], value, atol=0.03), name


def test_a_network_comes_nearer_to_the_one_it_was_cut_from() -> None:
    whole = network()
    everything = list(range(HEADS)), list(range(INNER))
    smaller = cut(whole, [everything, (list(range(6)), list(range(4 * BLOCK)))])
    recipe = replace(RECIPE, rate=1e-4, new_rate=1e-4, warm_up=1)
    run = Following(smaller, recipe, torch.device("cpu"), whole)
    values = [run.update(batch()).item() for _ in range(6)]
    assert values[-1] < values[0]


def test_the_same_states_are_no_way_apart_and_what_is_not_there_does_not_count() -> None:
    states = [torch.randn(2, 4, 3), torch.randn(2, 4, 3)]
    real = torch.tensor([[True, True, True, False]] * 2)
    changed = [state.clone() for state in states]
    changed[0][:, 3] += 1.0
    assert apart(changed, states, real).item() == 0
    assert apart([2 * state for state in states], states, real).item() == pytest.approx(1.0)
