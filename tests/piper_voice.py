"""A tiny voice for Piper: a real ONNX model of a dozen nodes that hums, as long as its phonemes say, as Piper's do."""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path

HOP = 256
# What espeak-ng's English, Spanish and Urdu are made of, each with its number.
SYMBOLS = "_^$ !'(),-.:;?abcdefghijklmnopqrstuvwxyzæçðøħŋœɐɑɒɓɔɕɖɗɘəɚɛɜɟɡɣɪɫɬɭɯɲɳɵɹɻɽɾʀʁʂʃʈʉʊʋʌʎʒʔʕʝʲˈˌːˑθβχᵻ̪̩̃ʰ"
SPEAKERS = {"anna": 0, "bob": 1}


def write(
    folder: Path,
    name: str = "en_GB-hum-low",
    *,
    code: str = "en_GB",
    espeak: str = "en-us",
    rate: int = 22050,
    aligned: bool = True,
    speakers: bool = False,
    **changes: object,
) -> Path:
    """Write a voice's two files and return the model's path.

    Args:
        folder: where they go.
        name: what it is called.
        code: the language that it says it speaks; none if empty.
        espeak: the voice of espeak-ng that makes its phonemes.
        rate: samples a second.
        aligned: whether the model has what Piper reads the phonemes' lengths from.
        speakers: whether it has two speakers.
        changes: other values of its description.
    """
    config: dict[str, object] = {
        "audio": {"sample_rate": rate, "quality": "low"},
        "espeak": {"voice": espeak},
        "phoneme_type": "espeak",
        "num_symbols": 256,
        "num_speakers": 2 if speakers else 1,
        "speaker_id_map": SPEAKERS if speakers else {},
        "inference": {"noise_scale": 0.667, "length_scale": 1.0, "noise_w": 0.8},
        "phoneme_id_map": {symbol: [number] for number, symbol in enumerate(SYMBOLS)},
        "hop_length": HOP,
    }
    config |= {"language": {"code": code}} if code else {}
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.onnx"
    path.write_bytes(model(rate, aligned=aligned, speakers=speakers))
    path.with_name(f"{name}.onnx.json").write_text(json.dumps(config | changes), encoding="utf-8")
    return path


@lru_cache(maxsize=8)
def model(rate: int, *, aligned: bool, speakers: bool) -> bytes:
    """Return a model with the names that Piper's have: `input`, `input_lengths`, `scales`, `sid`; `output`.

    A phoneme lasts 2 to 5 hops, by its number, longer with the second of `scales`; the third and first of them add
    noise to lengths and sound, as in Piper's own. The hum's pitch is the phonemes' mean, an octave up for the second
    speaker.
    """
    import numpy as np
    from onnx import TensorProto, checker, helper, numpy_helper

    def constant(name: str, value: object) -> object:
        return numpy_helper.from_array(np.asarray(value), name)

    node = helper.make_node
    rounded = "Ceil" if aligned else "Round"  # Piper looks for the one Ceil of a model
    nodes = [
        node("Split", ["scales", "ones"], ["noise", "length", "noise_w"], axis=0),
        node("Cast", ["input"], ["ids"], to=TensorProto.FLOAT),
        node("Mod", ["ids", "four"], ["beat"], fmod=1),
        node("Add", ["beat", "two"], ["usual"]),
        node("Mul", ["usual", "length"], ["longer"]),
        node("RandomNormalLike", ["longer"], ["random_w"]),
        node("Mul", ["random_w", "noise_w"], ["uneven"]),
        node("Add", ["longer", "uneven"], ["exact"]),
        node("Abs", ["exact"], ["positive"]),
        node(rounded, ["positive"], ["w_ceil"]),
        node("ReduceSum", ["w_ceil"], ["hops"], keepdims=0),
        node("Mul", ["hops", "hop"], ["count"]),
        node("Range", ["zero", "count", "one"], ["time"]),
        node("ReduceMean", ["ids"], ["mean"], keepdims=0),
        node("Mul", ["mean", "octave"], ["pitch"]),
        node("Mul", ["pitch", "turn"], ["speed"]),
        node("Mul", ["time", "speed"], ["phase"]),
        node("Sin", ["phase"], ["sine"]),
        node("RandomNormalLike", ["sine"], ["random"]),
        node("Mul", ["random", "noise"], ["hiss"]),
        node("Add", ["sine", "hiss"], ["sound"]),
        node("Unsqueeze", ["sound", "axes"], ["output"]),
    ]
    constants = [
        constant("ones", np.array([1, 1, 1], "i8")),
        constant("four", np.float32(4)),
        constant("two", np.float32(2)),
        constant("zero", np.float32(0)),
        constant("one", np.float32(1)),
        constant("hop", np.float32(HOP)),
        constant("turn", np.float32(2 * np.pi * 8 / rate)),
        constant("axes", np.array([0, 1], "i8")),
    ]
    inputs = [
        helper.make_tensor_value_info("input", TensorProto.INT64, ["batch", "phonemes"]),
        helper.make_tensor_value_info("input_lengths", TensorProto.INT64, ["batch"]),
        helper.make_tensor_value_info("scales", TensorProto.FLOAT, [3]),
    ]
    if speakers:
        inputs.append(helper.make_tensor_value_info("sid", TensorProto.INT64, [1]))
        nodes.insert(0, node("Cast", ["sid"], ["speaker"], to=TensorProto.FLOAT))
        nodes.insert(1, node("Add", ["speaker", "one"], ["octave"]))
    else:
        constants.append(constant("octave", np.float32(1)))
    outputs = [helper.make_tensor_value_info("output", TensorProto.FLOAT, ["batch", "channel", "samples"])]
    graph = helper.make_graph(nodes, "hum", inputs, outputs, constants)
    made = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
    checker.check_model(made)
    return bytes(made.SerializeToString())
