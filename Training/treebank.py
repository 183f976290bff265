"""Sentences of CoNLL-U files, and the inventories of classes that a model learns."""

import lzma
import os
from collections import Counter
from dataclasses import dataclass, field


@dataclass
class Sentence:
    """One sentence; `heads` count words from 1, the root is 0. Empty lists where a file has no trees."""

    name: str = ""
    words: list = field(default_factory=list)
    upos: list = field(default_factory=list)
    xpos: list = field(default_factory=list)
    feats: list = field(default_factory=list)
    heads: list = field(default_factory=list)
    labels: list = field(default_factory=list)


def path_of(folder, name):
    plain = os.path.join(folder, name + ".conllu")
    return plain if os.path.exists(plain) else plain + ".xz"


def read(path):
    """The sentences of a file, multiword tokens and empty nodes left out, subtypes of relations kept."""
    opened = lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")
    with opened as lines:
        sentence = Sentence()
        for line in lines:
            line = line.rstrip("\n")
            if not line:
                if sentence.words:
                    yield sentence
                sentence = Sentence()
            elif line.startswith("#"):
                if line.startswith("# sent_id"):
                    sentence.name = line.split("=", 1)[1].strip()
            else:
                cells = line.split("\t")
                if not cells[0].isdigit():
                    continue
                sentence.words.append(cells[1])
                sentence.upos.append(cells[3])
                sentence.xpos.append(cells[4])
                sentence.feats.append(cells[5])
                sentence.heads.append(int(cells[6]) if cells[6] != "_" else 0)
                sentence.labels.append(cells[7])
        if sentence.words:
            yield sentence


class Inventory:
    """Numbered classes, commonest first, ties in the order of their names."""

    def __init__(self, counts, least=1):
        self.names = [name for name, count in sorted(counts.items(), key=lambda item: (-item[1], item[0])) if count >= least]
        self.index = {name: number for number, name in enumerate(self.names)}

    def __len__(self):
        return len(self.names)

    def get(self, name):
        """The number of a class, -1 for one that is too rare to be learnt."""
        return self.index.get(name, -1)


def inventories(sentences):
    """Tags (UPOS and XPOS as one), morphological features, relations."""
    tags, feats, labels = Counter(), Counter(), Counter()
    for sentence in sentences:
        tags.update(f"{u} {x}" for u, x in zip(sentence.upos, sentence.xpos))
        feats.update(sentence.feats)
        labels.update(sentence.labels)
    return Inventory(tags, least=3), Inventory(feats, least=3), Inventory(labels, least=3)
