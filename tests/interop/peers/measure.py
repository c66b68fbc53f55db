"""Measures openbadgeslib for `make bench-peers`: one thread, warm, nothing fetched. The protocol is that of measure.mjs,
with "form": "ob3" | "ob2" instead of a suite."""

import json
import sys
import time

from python_peer import ob2_verify, ob3_verify

VERIFY = {"ob3": ob3_verify, "ob2": ob2_verify}


def turn(files):
    good, error = 0, None
    began = time.perf_counter()
    for text in files["texts"]:
        try:
            VERIFY[files["form"]]({"text": text, "documents": files["documents"]})
            good += 1
        except Exception as caught:  # noqa: BLE001  (whatever a peer raises is its answer)
            error = "%s: %s" % (type(caught).__name__, caught)
    return {"seconds": time.perf_counter() - began, "good": good, "error": error}


def main():
    loaded = {}
    for line in sys.stdin:
        job = json.loads(line)
        if "load" in job:
            loaded[job["load"]] = job
            answer = {"loaded": len(job["texts"])}
        else:
            answer = turn(loaded[job["turn"]])
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
