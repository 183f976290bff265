"""The network that Casus ships: embeddings of words and affixes, convolutions and self-attention, the heads of `heads.py`.

Every product of matrices can be run as it will be run with whole numbers of eight bits (`quantising`), so that the last part of the
training gets used to the rounding.
"""

import torch
import torch.nn.functional as F
from torch import nn

import heads
from words import TEMPLATES

EMBEDDING = 192
WIDTH = 256
HIDDEN = 256
ATTENTION = 4
HEAD = 32
REACH = 32
LAYERS = ("conv1", "conv1", "attend", "conv2", "attend", "conv1")


class Rounding(torch.autograd.Function):
    @staticmethod
    def forward(context, value):
        return value.round()

    @staticmethod
    def backward(context, gradient):
        return gradient


class Product(nn.Linear):
    """A linear layer. Its input is a rectified one (0...255 steps) or a signed one (-127...127), its weights have a scale for each row."""

    def __init__(self, inputs, outputs, rectified=False):
        super().__init__(inputs, outputs)
        self.rectified = rectified
        self.register_buffer("reach", torch.zeros(()))
        self.quantising = False

    def forward(self, x):
        if self.training and (self.quantising or self.reach == 0 or torch.rand(()) < 0.1):
            with torch.no_grad():
                largest = x.detach().abs().amax().float()
                self.reach.copy_(torch.where(self.reach == 0, largest, self.reach * 0.95 + largest * 0.05))
        if not self.quantising:
            return super().forward(x)
        x = x.float()
        step = self.reach / (255 if self.rectified else 127)
        x = Rounding.apply(x / step).clamp(0 if self.rectified else -127, 255 if self.rectified else 127) * step
        scale = self.weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        return F.linear(x, Rounding.apply(self.weight / scale) * scale, self.bias)


class Norm(nn.Module):
    """Divides by the root of the mean square."""

    def __init__(self, width):
        super().__init__()
        self.gain = nn.Parameter(torch.ones(width))

    def forward(self, x):
        x = x.float()
        return x * (x.square().mean(-1, keepdim=True) + 1e-6).rsqrt() * self.gain


class Convolution(nn.Module):
    def __init__(self, dilation, dropout):
        super().__init__()
        self.dilation = dilation
        self.norm = Norm(WIDTH)
        self.spread = Product(3 * WIDTH, HIDDEN)
        self.gather = Product(HIDDEN, WIDTH, rectified=True)
        self.dropout = nn.Dropout(dropout)

    def forward(self, x, mask):
        a = self.norm(x) * mask[:, :, None]
        d = self.dilation
        wide = F.pad(a, (0, 0, d, d))
        n = a.shape[1]
        three = torch.cat([wide[:, :n], a, wide[:, 2 * d :]], 2)
        return x + self.dropout(self.gather(F.relu(self.spread(three)))).float()


class Attention(nn.Module):
    def __init__(self):
        super().__init__()
        self.norm = Norm(WIDTH)
        self.ask = Product(WIDTH, 3 * ATTENTION * HEAD)
        self.tell = Product(ATTENTION * HEAD, WIDTH)
        self.bias = nn.Parameter(torch.zeros(ATTENTION, 2 * REACH + 1))

    def forward(self, x, mask):
        batch, n, _ = x.shape
        q, k, v = self.ask(self.norm(x)).view(batch, n, 3, ATTENTION, HEAD).permute(2, 0, 3, 1, 4)
        places = torch.arange(n)
        distance = (places[None, :] - places[:, None]).clamp(-REACH, REACH) + REACH
        scores = (q @ k.transpose(2, 3)).float() * HEAD ** -0.5 + self.bias[:, distance]
        scores = scores.masked_fill(~mask[:, None, None, :], -1e4)
        out = scores.softmax(-1).to(v.dtype) @ v
        return x + self.tell(out.transpose(1, 2).reshape(batch, n, ATTENTION * HEAD)).float()


class Heads(heads.Heads):
    """The heads, made of products that can be rounded."""

    def __init__(self, width, tags, feats, labels):
        super().__init__(width, tags, feats, labels)
        for name, module in list(self.named_children()):
            setattr(self, name, Product(module.in_features, module.out_features, rectified=name in ("pair", "label")))


class Net(nn.Module):
    def __init__(self, rows, tags, feats, labels, dropout=0.1):
        super().__init__()
        self.embedding = nn.EmbeddingBag(rows, EMBEDDING, mode="sum", sparse=True, padding_idx=0)
        self.widen = Product(EMBEDDING, WIDTH)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(
            Attention() if kind == "attend" else Convolution(int(kind[-1]), dropout) for kind in LAYERS)
        self.norm = Norm(WIDTH)
        self.heads = Heads(WIDTH, tags, feats, labels)

    def quantise(self, value):
        for module in self.modules():
            if isinstance(module, Product):
                module.quantising = value

    def forward(self, ids, mask):
        batch, n, _ = ids.shape
        x = self.embedding(ids.view(-1, TEMPLATES)).view(batch, n, EMBEDDING)
        x = self.drop(self.widen(x)).float()
        for layer in self.layers:
            x = layer(x, mask)
        return self.drop(self.norm(x))
