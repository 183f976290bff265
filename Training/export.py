"""Writes the trained network as `LanguageModel` reads it, its weights in eight bits.

    python export.py --model student.pt --out network.bin

A stream of numbers in little-endian order: eight letters, sizes, then parts in the order of the code below. Bytes of weights and rows begin
on multiples of 64.
"""

import argparse

import numpy as np
import torch

import net
from net import Net, Product

MAGIC = b"CASUSNN1"


class Writer:
    def __init__(self):
        self.data = bytearray(MAGIC)

    def integers(self, *values):
        self.data += np.array(values, dtype="<i4").tobytes()

    def floats(self, values):
        self.data += np.asarray(values, dtype="<f4").tobytes()

    def aligned(self, array):
        self.data += bytes(-len(self.data) % 64)
        self.data += array.tobytes()

    def strings(self, names):
        text = "\n".join(names).encode()
        self.integers(len(names), len(text))
        self.data += text + bytes(-len(text) % 4)

    def product(self, layers, segments=1):
        """Products of one input, side by side; their weights are laid out as the kernels read them."""
        weight = torch.cat([layer.weight.detach() for layer in layers]).double().numpy()
        bias = torch.cat([layer.bias.detach() for layer in layers]).double().numpy()
        first = layers[0]
        reach = max(float(layer.reach) for layer in layers)
        step = reach / (255 if first.rectified else 127)
        outputs, inputs = weight.shape
        # Up to 63, so that two products of a byte and a weight fit in sixteen bits.
        scale = np.maximum(np.abs(weight).max(1), 1e-8) / 63
        whole = np.clip(np.round(weight / scale[:, None]), -63, 63).astype(np.int64)
        across = -outputs % 64
        whole = np.pad(whole, ((0, across), (0, 0)))
        scale, bias = np.pad(scale, (0, across)), np.pad(bias, (0, across))
        start = np.zeros(len(whole)) if first.rectified else -128 * whole.sum(1)
        self.integers(inputs // segments, segments, outputs)
        self.floats([1 / step])
        self.integers(*start)
        self.floats(scale * step)
        self.floats(bias)
        # [outputs / 64][inputs / 4][64][4]
        self.aligned(whole.astype(np.int8).reshape(len(whole) // 64, 64, inputs // 4, 4).transpose(0, 2, 1, 3).copy())


def slots(keys):
    """An open table from keys to rows: 32 bits of the key, then the row; row 0 is a free slot."""
    size = 16
    while len(keys) > size * 0.7:
        size *= 2
    table = np.zeros((size, 2), dtype="<u4")
    for row, key in enumerate(keys):
        if row == 0:
            continue
        slot = (key >> 32) & (size - 1)
        while table[slot, 1]:
            slot = (slot + 1) & (size - 1)
        table[slot] = (key & 0xFFFFFFFF, row)
    return table


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--model", required=True)
    parser.add_argument("--out", required=True)
    options = parser.parse_args()
    saved = torch.load(options.model, weights_only=False)
    tags, feats, labels, keys = saved["tags"], saved["feats"], saved["labels"], saved["keys"]
    model = Net(len(keys), len(tags), len(feats), len(labels))
    model.load_state_dict(saved["model"])
    out = Writer()
    out.integers(net.EMBEDDING, net.WIDTH, net.HIDDEN, net.ATTENTION, net.HEAD, net.REACH, len(net.LAYERS), 128)
    out.strings(tags.names)
    out.strings(feats.names)
    out.strings(labels.names)
    table = slots(keys)
    out.integers(len(table), len(keys))
    out.aligned(table)
    rows = model.embedding.weight.detach().numpy()
    scale = np.maximum(np.abs(rows).max(1), 1e-8) / 127
    out.aligned(np.clip(np.round(rows / scale[:, None]), -127, 127).astype(np.int8))
    out.aligned(scale.astype("<f4"))
    out.product([model.widen])
    for kind, layer in zip(net.LAYERS, model.layers):
        if kind == "attend":
            out.integers(0)
            out.floats(layer.norm.gain.detach())
            out.product([layer.ask])
            out.floats(layer.bias.detach())
            out.product([layer.tell])
        else:
            out.integers(layer.dilation)
            out.floats(layer.norm.gain.detach())
            out.product([layer.spread], segments=3)
            out.product([layer.gather])
    heads = model.heads
    out.floats(model.norm.gain.detach())
    out.product([heads.arc_dependent, heads.arc_head, heads.label_dependent, heads.label_head, heads.tag])
    out.product([heads.feat])
    out.product([heads.pair])
    out.product([heads.label])
    # What the root says as a head, and the bias of each distance.
    with torch.no_grad():
        for side, rectified in ((heads.arc_head, True), (heads.label_head, False)):
            value = side.weight @ heads.root + side.bias
            out.floats(torch.relu(value) if rectified else value)
    out.floats(heads.distance.detach())
    out.floats([heads.scale])
    with open(options.out, "wb") as file:
        file.write(out.data)
    print(len(out.data), "bytes")


if __name__ == "__main__":
    main()
