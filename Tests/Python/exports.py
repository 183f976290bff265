"""Checks what casus exports with other people's programs: the followthemoney package and rdflib.

    exports.py ENTITIES LINKED-DATA [--texts FOLDER]

ENTITIES are FollowTheMoney entities, LINKED-DATA JSON-LD documents, one a line, of the same statements. With --texts every place
is looked up in the text it belongs to. Nothing is fetched. Exit status 1 names everything that fails; so does an empty file.
"""

import argparse
import copy
import hashlib
import json
import logging
import pathlib
import sys

from followthemoney import model
from followthemoney.dataset.util import dataset_name_check
from followthemoney.types import registry
from rdflib import Graph, Namespace
from rdflib.namespace import RDF

SCHEMA, OA, CASUS = (Namespace(iri) for iri in ("https://schema.org/", "http://www.w3.org/ns/oa#", "urn:casus:ns#"))
PROV = Namespace("http://www.w3.org/ns/prov#")
DOUBTS = ("planned", "possible", "alleged", "denied", "negated")
STATEMENT = "casus-statement-"


def main() -> int:
    options = argparse.ArgumentParser()
    options.add_argument("entities", type=pathlib.Path)
    options.add_argument("linked", type=pathlib.Path)
    options.add_argument("--texts", type=pathlib.Path)
    options = options.parse_args()

    entities, documents = objects(options.entities), objects(options.linked)
    texts = {hashlib.sha256(text.encode()).hexdigest(): text for text in map(text_of, options.texts.glob("*.txt"))} if options.texts else {}
    failures = [] if entities and documents else ["nothing was exported"]
    failures += faults_of_entities(entities)
    triples, linked_statuses = 0, {}
    for document in documents:
        count, found, statuses = faults_of_document(document, texts)
        triples += count
        failures += found
        linked_statuses |= statuses
    failures += disagreements(entities, linked_statuses)
    # What is broken on purpose is no news.
    logging.getLogger("rdflib").setLevel(logging.CRITICAL)
    tried, missed = try_broken(entities, documents) if not failures else (0, [])
    failures += [f"not noticed: {what}" for what in missed]

    for failure in failures[:50]:
        print(failure)
    print(
        f"export test: {len(entities)} entities, {len(documents)} documents of linked data with {triples} triples and "
        f"{len(linked_statuses)} statements, {tried} broken ones tried, {len(failures)} failures"
    )
    return 1 if failures else 0


def objects(path):
    # Not splitlines, which also splits at the line separators that JSON strings may hold.
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n") if line]


def text_of(path):
    """The text that places count in: no byte-order mark, lines ending in LF."""
    return path.read_bytes().decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")


def faults_of_entities(entities):
    """What the model says of each entity, and what it cannot: ties lead somewhere, doubt is in front."""
    schemas = {entity["id"]: entity["schema"] for entity in entities}
    faults = []
    for entity in entities:
        found = list(faults_of_model(entity, schemas)) or list(plain_doubts(entity))
        faults += [f"{entity['schema']} {entity['id']}: {what}" for what in found]
    return faults


def faults_of_model(entity, schemas):
    schema = model.get(entity["schema"])
    if schema is None or schema.abstract:
        yield "no such schema"
        return
    proxy = model.get_proxy(entity, cleaned=False)
    if proxy.id != entity["id"] or not registry.entity.validate(entity["id"]):
        yield "a bad id"
    for required in schema.required:
        if not entity["properties"].get(required):
            yield f"no {required}"
    if not schema.is_a("Document") and not entity["properties"].get("proof"):
        yield "no proof"
    for name, values in entity["properties"].items():
        prop = schema.get(name)
        if prop is None:
            yield f"no such property: {name}"
            continue
        if len(set(values)) != len(values) or not values:
            yield f"{name} is empty or says something twice"
        if problem := prop.validate(values):
            yield f"{name}: {problem}"
        elif len(proxy.get(name)) != len(values):
            yield f"{name}: the model drops some of {values}"
        elif prop.type.name in ("date", "country", "entity") and sorted(proxy.get(name)) != sorted(values):
            yield f"{name}: the model writes {values} as {proxy.get(name)}"
        if prop.type.name == "entity":
            for target in values:
                if target not in schemas:
                    yield f"{name} leads nowhere: {target}"
                elif (found := model.get(schemas[target])) and not found.is_a(prop.range):
                    yield f"{name} leads to a {schemas[target]}, not to a {prop.range.name}"
    try:
        names = [dataset_name_check(name) for name in entity["datasets"]]
        if len(names) != 1:
            yield f"{len(names)} datasets"
    except ValueError as error:
        yield str(error)


def plain_doubts(entity):
    """An event is what is stated as done; a note begins with what it is, wherever it is shown."""
    properties = entity["properties"]
    keywords, caption = properties.get("keywords", []), model.get_proxy(entity).caption
    if entity["schema"] == "Event":
        if "actual" not in keywords or any(doubt in keywords for doubt in DOUBTS):
            yield f"an event of the status {keywords}"
        if not properties.get("summary"):
            yield "no sentence"
    elif entity["schema"] == "Note":
        status = [f"{doubt}: " for doubt in DOUBTS if doubt in keywords]
        fronts = tuple(status if keywords[0] in ("event", "agreement") else ["claim (", "question: "])
        shown = [*properties["name"], *properties["description"], caption]
        if not fronts or not all(text.startswith(fronts) for text in shown):
            yield f"a note that does not begin with what it is: {shown}"
        if any(properties.get(name) for name in ("date", "startDate", "endDate")):
            yield "a note with a date of its own"


def faults_of_document(document, texts):
    """Triples, faults, and the statuses of its statements by id."""
    if not isinstance(document.get("@context"), dict) or "@import" in document["@context"]:
        return 0, ["the context is to be fetched"], {}
    graph = Graph().parse(data=json.dumps(document), format="json-ld")
    faults, statuses = [], {}
    nodes = [*graph.subjects(RDF.type, SCHEMA.Claim), *graph.subjects(RDF.type, SCHEMA.Question)]
    if len(nodes) != len(document.get("states", [])):
        faults.append(f"{document['@id']}: {len(document.get('states', []))} statements, {len(nodes)} of them claims or questions")
    for node in nodes:
        status = graph.value(node, CASUS.status)
        statuses[str(node).removeprefix("urn:casus:statement:")] = str(status) if status is not None else None
        faults += [f"{node}: {what}" for what in faults_of_place(graph, node, texts)]
        if graph.value(graph.value(node, PROV.wasGeneratedBy), CASUS.rule) is None or graph.value(node, PROV.generatedAtTime) is None:
            faults.append(f"{node}: not said what made it, or when it was recorded")
    faults += [f"{literal!r} is none of its type" for literal in graph.objects() if getattr(literal, "ill_typed", False)]
    return len(graph), faults, statuses


def faults_of_place(graph, node, texts):
    annotations = list(graph.subjects(OA.hasBody, node))
    if len(annotations) != 1:
        yield f"{len(annotations)} annotations"
        return
    target = graph.value(annotations[0], OA.hasTarget)
    source = graph.value(target, OA.hasSource)
    if source is None or (source, CASUS.states, node) not in graph or graph.value(node, SCHEMA.appearance) != source:
        yield "the annotation is of another document"
    selectors = {graph.value(selector, RDF.type): selector for selector in graph.objects(target, OA.hasSelector)}
    if set(selectors) != {OA.TextPositionSelector, OA.TextQuoteSelector}:
        yield f"selectors {sorted(selectors)}"
        return
    start, end = (graph.value(selectors[OA.TextPositionSelector], edge).toPython() for edge in (OA.start, OA.end))
    exact = str(graph.value(selectors[OA.TextQuoteSelector], OA.exact))
    if not 0 <= start < end or end - start != len(exact):
        yield f"{start} to {end} is not as long as “{exact}”"
    if exact != str(graph.value(node, SCHEMA.text)):
        yield "the exact text is not the statement's"
    text = texts.get(str(graph.value(source, SCHEMA.sha256)))
    if texts and (text is None or text[start:end] != exact):
        yield f"“{exact}” is not what stands at {start} to {end}"


def disagreements(entities, statuses):
    """Both exports hold the same statements, and agree on which are facts."""
    schemas = {entity["id"].removeprefix(STATEMENT): entity["schema"] for entity in entities if entity["id"].startswith(STATEMENT)}
    for name in sorted(schemas.keys() ^ statuses.keys()):
        yield f"{name} is in one export alone"
    for name in sorted(schemas.keys() & statuses.keys()):
        if (schemas[name] == "Event") != (statuses[name] == "actual"):
            yield f"{name} is a {schemas[name]} here and {statuses[name]} there"


def try_broken(entities, documents):
    """Breaks entities and documents in several ways; gives how many were tried and which of them passed."""
    def put(field, value):
        return lambda it: it["properties"].__setitem__(field, value)

    breakages = {
        "an unknown schema": ("Event", lambda it: it.__setitem__("schema", "Treaty")),
        "an abstract schema": ("Event", lambda it: it.__setitem__("schema", "Interval")),
        "a bad id": ("Event", lambda it: it.__setitem__("id", "a_b")),
        "a bad dataset": ("Event", lambda it: it.__setitem__("datasets", ["Casus Report"])),
        "an unknown property": ("Event", put("mood", ["good"])),
        "a date in doubt": ("Event", put("date", ["1961~"])),
        "proof of nothing": ("Event", put("proof", ["casus-document-0"])),
        "proof by an actor": ("Event", put("proof", [next(it["id"] for it in entities if it["schema"] == "PublicBody")])),
        "an event that is alleged": ("Event", put("keywords", ["event", "alleged"])),
        "a country in words": ("PublicBody", put("country", ["ru", "Atlantis"])),
        "a plain note": ("Note", put("name", ["AID: North Korea → Russia"])),
        "a note with a plain caption": ("Note", put("description", ["shipped shells"])),
    }
    tried, missed = 0, []
    for what, (schema, breakage) in breakages.items():
        lines = copy.deepcopy(entities)
        line = next((it for it in lines if it["schema"] == schema), None)
        if line is None:
            continue
        breakage(line)
        tried += 1
        missed += [] if faults_of_entities(lines) else [what]

    def selector(it):
        return it["states"][0]["annotation"]["target"]["selector"]

    for what, breakage in {
        "a context elsewhere": lambda it: it.__setitem__("@context", "https://schema.org"),
        "a place that is moved": lambda it: selector(it)[0].__setitem__("start", selector(it)[0]["start"] + 1),
        "another quote": lambda it: selector(it)[1].__setitem__("exact", selector(it)[1]["exact"][::-1]),
        "no place": lambda it: it["states"][0].pop("annotation"),
        "no type": lambda it: it["states"][0].pop("@type"),
        "a time in words": lambda it: it["states"][0].__setitem__("recorded", "yesterday"),
    }.items():
        broken = copy.deepcopy(next(it for it in documents if it.get("states")))
        breakage(broken)
        tried += 1
        missed += [] if faults_of_document(broken, {})[1] else [what]
    return tried, missed


if __name__ == "__main__":
    sys.exit(main())
