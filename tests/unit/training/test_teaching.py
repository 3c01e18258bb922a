"""The network learns from teachers what they say of articles that they have not learned from."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")

from onrecord.tagging.learned.scores import BOUNDS, LINK, NAMES, TAGS  # noqa: E402
from tests.unit.training import windows  # noqa: E402
from training.tagger.batches import IGNORED, LENGTH, Batch  # noqa: E402
from training.tagger.council import Council  # noqa: E402
from training.tagger.loss import Targets, likeness  # noqa: E402
from training.tagger.network import LAYERS, WHOLE, Network, naming_layers  # noqa: E402
from training.tagger.teacher import BUCKETS, buckets  # noqa: E402

ROWS = 5


def batch() -> Batch:
    made = windows.batch(ROWS)
    made.tags[:, 0] = IGNORED
    return made


def answers(seed: int):  # type: ignore[no-untyped-def]
    torch.manual_seed(seed)
    return tuple(torch.randn(ROWS, LENGTH, width) for width in (TAGS, BOUNDS, 4 * LINK, NAMES))


def test_the_same_answers_are_no_way_apart_and_others_are() -> None:
    targets = Targets.of(batch(), torch.device("cpu"))
    assert likeness(answers(1), answers(1), targets, 0.3).item() == pytest.approx(0, abs=1e-5)
    assert likeness(answers(1), answers(2), targets, 0.3).item() > 0.5


def test_what_no_word_stands_for_teaches_nothing() -> None:
    targets = Targets.of(batch(), torch.device("cpu"))
    told = answers(1)
    changed = tuple(part.clone() for part in told)
    changed[0][:, 0] += 5.0 * torch.arange(TAGS)
    assert likeness(changed, told, targets, 0.0).item() == pytest.approx(0, abs=1e-5)


def test_each_article_is_told_by_a_teacher_of_its_fold() -> None:
    def teacher(fold: int):  # type: ignore[no-untyped-def]
        def tell(inputs, real):  # type: ignore[no-untyped-def]
            rows = inputs.shape[1]
            return tuple(torch.full((rows, LENGTH, w), float(fold)) for w in (TAGS, 6, 256, 37))

        return tell

    council = Council([[teacher(0)], [teacher(1)], [teacher(2)]])
    made = batch()
    told = council.advise(made, torch.from_numpy(made.inputs), torch.from_numpy(made.real))
    assert told[0][:, 0, 0].tolist() == [0, 1, 2, 0, 1]


def test_distances_are_told_apart_near_by_and_by_side() -> None:
    steps = buckets(200, torch.device("cpu"))
    assert steps[10, 10] == 0
    assert steps[10, 9] == 1
    assert steps[9, 10] == 1 + BUCKETS // 2
    assert steps[199, 0] == BUCKETS // 2 - 1
    assert steps[0, 199] == BUCKETS - 1


@pytest.mark.parametrize("layers", [3, 4, 6])
def test_a_network_of_fewer_layers_reads_the_same(layers: int) -> None:
    network = Network(20, WHOLE[:layers]).eval()
    made = batch()
    with torch.no_grad():
        told = network(torch.from_numpy(made.inputs), torch.from_numpy(made.real))
    assert [part.shape[-1] for part in told] == [TAGS, BOUNDS, 4 * LINK, NAMES]
    assert naming_layers(layers)[-1] == layers - 1
    assert len(LAYERS) == 6
