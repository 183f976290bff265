"""Accuracy against a treebank, as the CoNLL shared tasks count it: universal relations, punctuation included."""


def universal(label):
    return label.split(":")[0]


def spans(sentence, heads, labels):
    """For each word the root of the name it is part of: what hangs on it as `flat` is the same thing."""
    names = list(range(len(heads)))
    for word in range(len(heads)):
        at = word
        while universal(labels[at]) == "flat" and heads[at] > 0:
            at = heads[at] - 1
        names[word] = at
    return names


def pairs(sentence, heads, labels, relations):
    """(verb, name) for each subject or object of a word that is a verb by the treebank's tags."""
    gold = spans(sentence, sentence.heads, sentence.labels)
    return {
        (head - 1, gold[word])
        for word, (head, label) in enumerate(zip(heads, labels))
        if label in relations and head > 0 and sentence.upos[head - 1] == "VERB"
    }


SUBJECTS = {"nsubj", "nsubj:pass", "nsubj:outer"}
OBJECTS = {"obj"}


def score(sentences, found):
    """Figures in percent for `found`, a list of (tags, heads, labels) beside the sentences."""
    words = upos = xpos = uas = las = 0
    counts = {"subj": [0, 0, 0], "obj": [0, 0, 0]}
    for sentence, (tags, heads, labels) in zip(sentences, found):
        for place in range(len(sentence.words)):
            words += 1
            u, x = tags[place].split(" ")
            upos += u == sentence.upos[place]
            xpos += x == sentence.xpos[place]
            if heads[place] == sentence.heads[place]:
                uas += 1
                las += universal(labels[place]) == universal(sentence.labels[place])
        for name, relations in (("subj", SUBJECTS), ("obj", OBJECTS)):
            a = pairs(sentence, sentence.heads, sentence.labels, relations)
            b = pairs(sentence, heads, labels, relations)
            counts[name][0] += len(a & b)
            counts[name][1] += len(a)
            counts[name][2] += len(b)

    def percent(part):
        return round(100 * part / max(1, words), 2)

    result = {"UPOS": percent(upos), "XPOS": percent(xpos), "UAS": percent(uas), "LAS": percent(las)}
    for name, (right, gold, mine) in counts.items():
        result[name] = round(200 * right / max(1, gold + mine), 2)
    return result
