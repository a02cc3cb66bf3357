"""A small Transformer in plain torch, whose first cross-attention head of the last layer is taught to align words."""

from __future__ import annotations

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import torch
import torch.nn.functional as functional
from torch import Tensor, nn

PAD, BOS, EOS = 3, 1, 2
WIDTH, HEADS, INNER, LAYERS, LONGEST = 128, 4, 256, 2, 300

_BATCH = 64
_GUIDANCE = 0.2  # how much aligning counts beside translating


@dataclass(frozen=True, slots=True)
class Example:
    """Source and target pieces as numbers, and for each step of the decoder the source piece it answers to."""

    source: list[int]
    target: list[int]
    alignment: np.ndarray


class Attention(nn.Module):
    """Attention of one layer, normalised first, with its residual."""

    def __init__(self) -> None:
        super().__init__()
        self.query, self.key, self.value, self.out = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.norm = nn.LayerNorm(WIDTH)

    def forward(self, states: Tensor, mask: Tensor, memory: Tensor | None = None) -> tuple[Tensor, Tensor]:
        normed = self.norm(states)
        seen = normed if memory is None else memory
        weights = self._split(self.query(normed)) @ self._split(self.key(seen)).transpose(2, 3)
        weights = (weights / math.sqrt(WIDTH // HEADS)).masked_fill(mask, -1e9).softmax(-1)
        mixed = (weights @ self._split(self.value(seen))).transpose(1, 2).reshape(states.shape)
        return states + self.out(mixed), weights

    def _split(self, states: Tensor) -> Tensor:
        return states.view(states.size(0), -1, HEADS, WIDTH // HEADS).transpose(1, 2)


class Feed(nn.Module):
    """The feed-forward part of one layer, normalised first, with its residual."""

    def __init__(self) -> None:
        super().__init__()
        self.norm, self.inner, self.outer = nn.LayerNorm(WIDTH), nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)

    def forward(self, states: Tensor) -> Tensor:
        return states + self.outer(functional.relu(self.inner(self.norm(states))))


class Layer(nn.Module):
    """One layer of the encoder, or with `crossing` of the decoder."""

    def __init__(self, crossing: bool) -> None:
        super().__init__()
        self.attention, self.feed = Attention(), Feed()
        self.cross = Attention() if crossing else None


class Network(nn.Module):
    """Encoder and decoder, which share one table of pieces."""

    def __init__(self, pieces: int) -> None:
        super().__init__()
        self.table = nn.Embedding(pieces, WIDTH)
        nn.init.normal_(self.table.weight, std=WIDTH**-0.5)
        self.encoder = nn.ModuleList(Layer(crossing=False) for _ in range(LAYERS))
        self.decoder = nn.ModuleList(Layer(crossing=True) for _ in range(LAYERS))
        self.encoder_norm, self.decoder_norm = nn.LayerNorm(WIDTH), nn.LayerNorm(WIDTH)
        self.bias, self.drop = nn.Parameter(torch.zeros(pieces)), nn.Dropout(0.05)
        self.places = torch.tensor(positions())

    def forward(self, source: Tensor, target: Tensor) -> tuple[Tensor, Tensor]:
        """Return the scores of the next piece at each step, and what the aligning head attended to."""
        hidden = (source == PAD)[:, None, None]
        memory = self._embedded(source)
        for layer in self.encoder:
            memory = layer.feed(layer.attention(memory, hidden)[0])
        memory = self.encoder_norm(memory)
        size = target.size(1)
        later = torch.triu(torch.ones(size, size, dtype=torch.bool), 1)[None, None]
        states = self._embedded(target)
        for layer in self.decoder:
            states = layer.attention(states, later)[0]
            states, weights = layer.cross(states, hidden, memory)
            states = layer.feed(states)
        return functional.linear(self.decoder_norm(states), self.table.weight, self.bias), weights[:, 0]

    def _embedded(self, pieces: Tensor) -> Tensor:
        return self.drop(self.table(pieces) * math.sqrt(WIDTH) + self.places[: pieces.size(1)])


def positions() -> np.ndarray:
    """Return the sinusoids of "Attention is all you need", sine and cosine in turn."""
    table = np.zeros((LONGEST, WIDTH), np.float32)
    angles = np.arange(LONGEST)[:, None] * np.exp(np.arange(0, WIDTH, 2) * -(math.log(10000.0) / WIDTH))
    table[:, 0::2], table[:, 1::2] = np.sin(angles), np.cos(angles)
    return table


def train(examples: Sequence[Example], pieces: int, steps: int) -> Network:
    """Teach a new network, telling its losses as it goes."""
    torch.manual_seed(0)
    network = Network(pieces)
    optimizer = torch.optim.AdamW(network.parameters(), lr=2e-3, betas=(0.9, 0.98), weight_decay=1e-4)
    ordered = sorted(examples, key=lambda example: len(example.source))
    batches = [ordered[start : start + _BATCH] for start in range(0, len(ordered) - _BATCH, _BATCH)]
    chance = random.Random(5)
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = 2.5e-3 * min(1, (step + 1) / 150) * max(0.02, 1 - step / steps)
        saying, aligning = _losses(network, chance.choice(batches))
        (saying + _GUIDANCE * aligning).backward()
        nn.utils.clip_grad_norm_(network.parameters(), 1.0)
        optimizer.step()
        optimizer.zero_grad()
        if step % 100 == 99:
            print(f"step {step + 1}: saying {saying.item():.3f}, aligning {aligning.item():.3f}", flush=True)
    return network.eval()


def _losses(network: Network, batch: Sequence[Example]) -> tuple[Tensor, Tensor]:
    source = _padded([example.source for example in batch])
    given = _padded([[BOS, *example.target] for example in batch])
    wanted = _padded([[*example.target, EOS] for example in batch])
    alignment = torch.zeros(len(batch), given.size(1), source.size(1))
    for number, example in enumerate(batch):
        rows, columns = example.alignment.shape
        alignment[number, :rows, :columns] = torch.from_numpy(example.alignment)
    scores, weights = network(source, given)
    saying = functional.cross_entropy(scores.transpose(1, 2), wanted, ignore_index=PAD, label_smoothing=0.03)
    aligning = -(alignment * (weights + 1e-6).log()).sum() / alignment.sum()
    return saying, aligning


def _padded(rows: Sequence[list[int]]) -> Tensor:
    longest = max(map(len, rows))
    return torch.tensor([[*row, *[PAD] * (longest - len(row))] for row in rows])
