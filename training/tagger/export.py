"""A trained network -> the files that ship: an int8 ONNX graph and its list of pieces."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import onnx
from onnxruntime.quantization import QuantType, quantize_dynamic

from onrecord.tagging.learned.vocabulary import BREAK, MASK, PAD, START, UNKNOWN, Vocabulary
from onrecord.tagging.learned.words import Words
from training.tagger.graph import OUTPUTS, build
from training.tagger.network import Network

COMMON = 16_000
"""The base vocabulary is in order of frequency but for its head; pieces before this one stay."""

_LATIN = 0x2100
"""Single characters before this one, and those of punctuation and currencies, stay."""


def kept(pieces: Sequence[str], articles: Iterable[Words]) -> list[int]:
    """Numbers of the pieces that stay: the special, the seen, the common and the single ones."""
    whole = Vocabulary(pieces)
    special = (PAD, UNKNOWN, START, BREAK, MASK)
    stay = {number for name in special for number in whole.pieces_of(name)}
    for words in articles:
        for form in set(words.forms):
            stay.update(whole.pieces_of(form))
    for number, piece in enumerate(pieces):
        letters = piece.removeprefix("##")
        single = len(letters) == 1 and ord(letters) < _LATIN
        common = number < COMMON and not piece.startswith("[") and letters.isascii()
        if single or common:
            stay.add(number)
    return sorted(stay)


def pruned(network: Network, numbers: Sequence[int]) -> Network:
    """The same network with some of its pieces."""
    smaller = Network(len(numbers), network.sizes)
    state = dict(network.state_dict())
    state["pieces.weight"] = state["pieces.weight"][list(numbers)]
    smaller.load_state_dict(state)
    return smaller.eval()


def write(network: Network, path: Path) -> None:
    """Write the network as an ONNX graph with int8 weights, one scale an output channel.

    The heads stay as they are: they are small, and spans hang on their last digits.
    """
    with TemporaryDirectory() as folder:
        plain = Path(folder) / "plain.onnx"
        write_plain(network, plain)
        quantize_dynamic(
            plain,
            path,
            op_types_to_quantize=["MatMul", "Gather"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            nodes_to_exclude=[f"{name}.product" for name in OUTPUTS],
            extra_options={"MatMulConstBOnly": True, "DefaultTensorType": onnx.TensorProto.FLOAT},
        )


def write_plain(network: Network, path: Path) -> None:
    """Write the network as an ONNX graph with weights as they are."""
    weights = {name: value.numpy() for name, value in network.state_dict().items()}
    onnx.save(build(weights, [size.heads for size in network.sizes], network.named_by), path)
