"""A trained network as a CTranslate2 model."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
from ctranslate2.specs import TransformerSpec
from tools.argos_tiny.network import HEADS, LAYERS, Attention, Feed, Network, positions
from torch import Tensor, nn


def save(network: Network, pieces: Sequence[str], folder: Path) -> None:
    """Write the model, its weights as 8-bit integers, into an empty folder."""
    # CTranslate2 takes the first head of the last layer for the alignment, which is the one that was taught.
    spec = TransformerSpec.from_config((LAYERS, LAYERS), HEADS, pre_norm=True)
    encoder, decoder, table = spec.encoder, spec.decoder, _array(network.table.weight)
    encoder.embeddings[0].weight = decoder.embeddings.weight = decoder.projection.weight = table
    decoder.projection.bias = _array(network.bias)
    for side, norm in ((encoder, network.encoder_norm), (decoder, network.decoder_norm)):
        side.scale_embeddings = True
        # Written out, because CTranslate2's own sinusoids stand in two halves, not in turn.
        side.position_encodings.encodings = positions()
        _norm(side.layer_norm, norm)
    for layer, ours in zip(encoder.layer, network.encoder, strict=True):
        _own(layer.self_attention, ours.attention)
        _feed(layer.ffn, ours.feed)
    for layer, ours in zip(decoder.layer, network.decoder, strict=True):
        _own(layer.self_attention, ours.attention)
        _cross(layer.attention, ours.cross)
        _feed(layer.ffn, ours.feed)
    spec.register_source_vocabulary(list(pieces))
    spec.register_target_vocabulary(list(pieces))
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))


def _own(layer: object, ours: Attention) -> None:
    _norm(layer.layer_norm, ours.norm)
    _linear(layer.linear[0], ours.query, ours.key, ours.value)
    _linear(layer.linear[1], ours.out)


def _cross(layer: object, ours: Attention) -> None:
    _norm(layer.layer_norm, ours.norm)
    _linear(layer.linear[0], ours.query)
    _linear(layer.linear[1], ours.key, ours.value)
    _linear(layer.linear[2], ours.out)


def _feed(layer: object, ours: Feed) -> None:
    _norm(layer.layer_norm, ours.norm)
    _linear(layer.linear_0, ours.inner)
    _linear(layer.linear_1, ours.outer)


def _linear(layer: object, *ours: nn.Linear) -> None:
    layer.weight = np.concatenate([_array(one.weight) for one in ours])
    layer.bias = np.concatenate([_array(one.bias) for one in ours])


def _norm(layer: object, ours: nn.LayerNorm) -> None:
    layer.gamma, layer.beta = _array(ours.weight), _array(ours.bias)


def _array(tensor: Tensor) -> np.ndarray:
    return tensor.detach().numpy()
