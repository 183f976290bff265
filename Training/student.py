"""Trains the network that Casus ships on the treebanks and on plain news labelled by the teacher.

    python student.py --ud DIR --teacher teacher.pt --silver FILE.pt... --out student.pt [--epochs N]
"""

import argparse
import math
import os
import random
import time
from collections import Counter

import numpy as np
import torch
import torch.nn.functional as F

import scoring
import treebank
import trees
from net import EMBEDDING, Net
from teacher import HALF, Pieces, Teacher, batches
from words import TEMPLATES, keys, lowered

WORDS = 48_000
AFFIXES = 27_000


class Vocabulary:
    """Rows of the embedding by key; row 0 is nothing. Rows are numbered by how often their key occurs."""

    def __init__(self, counts, further):
        """`counts`: how often each form occurs; `further`: words the pretrained vocabulary knows, in lower case."""
        word, affix, form_of = Counter(), Counter(), {}
        kinds = Counter()
        for form, count in counts.items():
            k = keys(form)
            word[k[0]] += count
            form_of.setdefault(k[0], lowered(form).decode("utf-8", "replace"))
            for template in range(1, TEMPLATES):
                if k[template]:
                    affix[k[template]] += count
                    kinds[k[template]] += 1
        chosen = [k for k, c in sorted(word.items(), key=lambda x: (-x[1], x[0])) if c >= 2]
        known = set(chosen)
        for form in further:
            k = keys(form)[0]
            if k not in known:
                known.add(k)
                chosen.append(k)
                form_of[k] = form
        chosen = chosen[:WORDS]
        endings = [k for k, c in sorted(affix.items(), key=lambda x: (-kinds[x[0]], -x[1], x[0])) if c >= 3][:AFFIXES]
        self.words = [form_of[k] for k in chosen]
        self.keys = [0] + chosen + endings
        self.rows = {k: row for row, k in enumerate(self.keys) if k}
        self.cache = {}

    def __len__(self):
        return len(self.keys)

    def ids(self, form):
        if form not in self.cache:
            self.cache[form] = [self.rows.get(k, 0) for k in keys(form)]
        return self.cache[form]


def pretrained(vocabulary, model, pieces):
    """First vectors of the words: what the teacher holds of them alone, half from its input, half from its output, main axes only."""
    inputs, outputs = [], []
    model.eval()
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALF):
        table = model.encoder.embeddings.word_embeddings.weight
        for start in range(0, len(vocabulary.words), 512):
            words = vocabulary.words[start : start + 512]
            inputs += [table[pieces.word(word)].float().mean(0) for word in words]
            outputs.append(model(pieces.batch([[word] for word in words]))[:, 0].float())

    def reduced(matrix, width):
        matrix = matrix - matrix.mean(0)
        matrix = matrix / matrix.std()
        axes = torch.linalg.eigh(matrix.T @ matrix)[1][:, -width:]
        projected = matrix @ axes
        return projected / projected.std(0).clamp(min=1e-3).sqrt() / projected.std().sqrt()

    return torch.cat([reduced(torch.stack(inputs), EMBEDDING // 2), reduced(torch.cat(outputs), EMBEDDING - EMBEDDING // 2)], 1)


class Sentences:
    """Sentences as numbers: ids of forms, and what is to be learnt of them."""

    def __init__(self):
        self.forms, self.lengths, self.targets = [], [], []

    def add(self, forms, target):
        self.forms.append(forms)
        self.lengths.append(len(forms))
        self.targets.append(target)


def padded(rows, n, value, dtype):
    out = np.full((len(rows), n), value, dtype=dtype)
    for place, row in enumerate(rows):
        out[place, : len(row)] = row
    return torch.from_numpy(out)


class Trainer:
    def __init__(self, options):
        self.options = options
        saved = torch.load(options.teacher, weights_only=False)
        self.tags, self.feats, self.labels = saved["tags"], saved["feats"], saved["labels"]
        gold = [s for name in ("en_ewt-train", "en_gum_free-train") for s in treebank.read(treebank.path_of(options.ud, name))]
        gold = [s for s in gold if len(s.words) <= 120]
        silver = [s for path in options.silver for s in torch.load(path, weights_only=False)]
        counts = Counter()
        for s in gold:
            counts.update({w: 2 * c for w, c in Counter(s.words).items()})
        for s in silver:
            counts.update(s[0])
        pieces = Pieces()
        further = sorted((w for w in pieces.tokenizer.get_vocab() if w.isascii() and w.isalpha() and len(w) > 2))
        self.vocabulary = Vocabulary(counts, further)
        teacher = Teacher(len(self.tags), len(self.feats), len(self.labels))
        teacher.load_state_dict(saved["model"])
        vectors = pretrained(self.vocabulary, teacher, pieces)
        self.forms = {}
        self.table = []
        self.gold, self.silver = Sentences(), Sentences()
        for s in gold:
            self.gold.add(self.numbers(s.words), (
                np.array([self.tags.get(f"{u} {x}") for u, x in zip(s.upos, s.xpos)]),
                np.array([self.feats.get(f) for f in s.feats]), np.array(s.heads), np.array([self.labels.get(r) for r in s.labels])))
        for words, arcs, heads, relation, tag, feat in silver:
            self.silver.add(self.numbers(words), (tag, feat.numpy(), heads.numpy(), relation, arcs))
        self.table = torch.tensor(self.table)
        self.net = Net(len(self.vocabulary), len(self.tags), len(self.feats), len(self.labels), options.dropout)
        with torch.no_grad():
            weight = self.net.embedding.weight
            weight.normal_(0, 0.02)
            weight[1 : 1 + len(vectors)] = vectors * 0.25
            weight[0] = 0
        print(len(self.vocabulary.words), "words", len(self.vocabulary), "rows", sum(self.gold.lengths), "gold words",
              sum(self.silver.lengths), "silver words", sum(p.numel() for n, p in self.net.named_parameters() if n != "embedding.weight"),
              "weights beside the rows", flush=True)

    def numbers(self, words):
        result = []
        for word in words:
            if word not in self.forms:
                self.forms[word] = len(self.table)
                self.table.append(self.vocabulary.ids(word))
            result.append(self.forms[word])
        return np.array(result)

    def batch(self, data, chosen):
        n = max(data.lengths[i] for i in chosen)
        forms = padded([data.forms[i] for i in chosen], n, 0, np.int64)
        mask = torch.arange(n)[None, :] < torch.tensor([data.lengths[i] for i in chosen])[:, None]
        ids = self.table[forms] * mask[:, :, None]
        if self.net.training:
            # A word is forgotten now and then, so that its affixes learn to stand alone.
            ids[:, :, 0] *= torch.rand(ids.shape[:2]) > 0.12
        return ids, mask

    def loss(self, data, chosen, is_gold):
        ids, mask = self.batch(data, chosen)
        n = ids.shape[1]
        targets = [data.targets[i] for i in chosen]
        feats = padded([t[1] for t in targets], n, -1, np.int64)
        heads = padded([t[2] for t in targets], n, -1, np.int64)
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=HALF):
            states = self.net(ids, mask)
            arcs = self.net.heads.arcs(states, mask).flatten(0, 1).float()
            relation = self.net.heads.labels(states, heads.clamp(min=0)).float()
            tag, feat = self.net.heads.tag(states).float(), self.net.heads.feat(states).float()
        total = 0.25 * F.cross_entropy(feat.flatten(0, 1), feats.flatten(), ignore_index=-1)
        if is_gold:
            tags = padded([t[0] for t in targets], n, -1, np.int64)
            labels = padded([t[3] for t in targets], n, -1, np.int64)
            total = total + F.cross_entropy(arcs, heads.flatten(), ignore_index=-1, label_smoothing=0.0)
            total = total + F.cross_entropy(relation.flatten(0, 1), labels.flatten(), ignore_index=-1, label_smoothing=0.03)
            return total + 0.5 * F.cross_entropy(tag.flatten(0, 1), tags.flatten(), ignore_index=-1, label_smoothing=0.03)
        flat = mask.flatten()

        def soft(logits, found):
            return -(found.float().exp() * logits.log_softmax(-1)).sum(-1).mean()

        wanted = torch.full((len(chosen), n, n + 1), -50.0)
        for row, t in enumerate(targets):
            size = t[4].shape[0]
            wanted[row, :size, : size + 1] = t[4].float()
        total = total + soft(arcs[flat], wanted.flatten(0, 1)[flat])
        total = total + soft(relation.flatten(0, 1)[flat], torch.cat([t[3] for t in targets]))
        return total + 0.5 * soft(tag.flatten(0, 1)[flat], torch.cat([t[0] for t in targets]))

    def train(self):
        options = self.options
        rows = [self.net.embedding.weight]
        rest = [p for n, p in self.net.named_parameters() if n != "embedding.weight"]
        optimizers = [torch.optim.SparseAdam(rows, lr=options.rate), torch.optim.AdamW(rest, lr=options.rate, weight_decay=0.01)]

        def plan():
            gold = [(True, part) for _ in range(options.gold) for part in batches(self.gold.lengths, options.words, True)]
            result = gold + [(False, part) for part in batches(self.silver.lengths, options.words, True)]
            random.shuffle(result)
            return result

        total, step, start, seen = len(plan()) * options.epochs, 0, time.time(), 0
        for epoch in range(options.epochs):
            if epoch == options.epochs - 1:
                self.net.quantise(True)
            for is_gold, part in plan():
                self.net.train()
                rate = options.rate * min(1, (step + 1) / 300) * (0.5 + 0.5 * math.cos(math.pi * step / total))
                for optimizer in optimizers:
                    for group in optimizer.param_groups:
                        group["lr"] = rate
                    optimizer.zero_grad()
                loss = self.loss(self.gold if is_gold else self.silver, part, is_gold)
                loss.backward()
                torch.nn.utils.clip_grad_norm_(rest, 2.0)
                for optimizer in optimizers:
                    optimizer.step()
                step += 1
                seen += sum((self.gold if is_gold else self.silver).lengths[i] for i in part)
                if step % 100 == 0:
                    took = time.time() - start
                    print(f"step {step} of {total} loss {loss.item():.3f} {took:.0f} s {seen / took:.0f} words/s", flush=True)
            self.save()
            if epoch % 2 and epoch < options.epochs - 1:
                continue
            for name in ("en_ewt-dev", "en_gum_free-dev"):
                dev = list(treebank.read(treebank.path_of(options.ud, name)))
                found = self.predict(dev)
                print(f"epoch {epoch + 1} {name}", scoring.score(dev, found), flush=True)
                if "gum" in name:
                    news = [i for i, s in enumerate(dev) if s.name.startswith("GUM_news_")]
                    print("  its news", scoring.score([dev[i] for i in news], [found[i] for i in news]), flush=True)

    def save(self):
        torch.save({"model": self.net.state_dict(), "tags": self.tags, "feats": self.feats, "labels": self.labels,
                    "keys": self.vocabulary.keys}, self.options.out)

    def predict(self, sentences):
        found = [None] * len(sentences)
        self.net.eval()
        with torch.no_grad():
            for part in batches([len(s.words) for s in sentences], 3000, False):
                n = max(len(sentences[i].words) for i in part)
                ids = torch.zeros(len(part), n, TEMPLATES, dtype=torch.long)
                mask = torch.zeros(len(part), n, dtype=torch.bool)
                for row, i in enumerate(part):
                    ids[row, : len(sentences[i].words)] = torch.tensor([self.vocabulary.ids(w) for w in sentences[i].words])
                    mask[row, : len(sentences[i].words)] = True
                states = self.net(ids, mask)
                arcs = self.net.heads.arcs(states, mask)
                heads = torch.zeros(arcs.shape[:2], dtype=torch.long)
                for row, i in enumerate(part):
                    size = len(sentences[i].words)
                    heads[row, :size] = torch.tensor(trees.best_tree(arcs[row, :size, : size + 1].float().numpy()))
                relation = self.net.heads.labels(states, heads).argmax(-1)
                tag = self.net.heads.tag(states).argmax(-1)
                for row, i in enumerate(part):
                    size = len(sentences[i].words)
                    found[i] = (
                        [self.tags.names[t] for t in tag[row, :size]], heads[row, :size].tolist(),
                        [self.labels.names[x] for x in relation[row, :size]])
        return found


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--ud", required=True)
    parser.add_argument("--teacher", required=True)
    parser.add_argument("--silver", nargs="*", default=[])
    parser.add_argument("--out", required=True)
    parser.add_argument("--epochs", type=int, default=6)
    parser.add_argument("--gold", type=int, default=2, help="how often the treebanks are read for each reading of the plain news")
    parser.add_argument("--words", type=int, default=3000)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--dropout", type=float, default=0.1)
    options = parser.parse_args()
    random.seed(1), np.random.seed(1), torch.manual_seed(1)
    Trainer(options).train()


if __name__ == "__main__":
    main()
