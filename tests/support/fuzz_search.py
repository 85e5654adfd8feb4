"""Looks for bytes that a target cannot stand, led by the code that they reach; a program of its own.

    python tests/support/fuzz_search.py TARGET [-max_total_time=SECONDS ...]

TARGET is one of `fuzz_targets.TARGETS`, or "all", which takes turns by the first byte. The rest are libFuzzer's own
options. What it finds is written to the working directory as crash-...; what it has learnt on the way is kept in the
folder FUZZ_CORPUS, where that names one.
"""

import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def main() -> None:
    try:
        import atheris
    except ImportError:
        sys.exit(
            "atheris, which leads the search, has no build for this Python or system; use Linux on x86-64. "
            "The seeds alone are tried by tests/fuzz."
        )
    sys.path[:0] = [str(ROOT), str(ROOT / "tests" / "support")]
    with atheris.instrument_imports(include=["calendars", "scheduler"]):
        import fuzz_targets
    fuzz_targets.PATIENCE *= 4  # code that counts its branches is some times slower
    name, *options = sys.argv[1:]
    names = list(fuzz_targets.TARGETS)

    def one(data: bytes) -> None:
        if name != "all":
            fuzz_targets.tried(name, data)
        elif data:
            fuzz_targets.tried(names[data[0] % len(names)], data[1:])

    with tempfile.TemporaryDirectory() as new:
        corpus = Path(os.environ.get("FUZZ_CORPUS", new)) / name
        corpus.mkdir(parents=True, exist_ok=True)
        for number, target in enumerate(names):
            for place, seed in enumerate(fuzz_targets.seeds(target)):
                if name in ("all", target):
                    prefix = bytes([number]) if name == "all" else b""
                    (corpus / f"{target}-{place}").write_bytes(prefix + seed)
                    # What is made ready when it is first met takes long here, and is not what is looked for.
                    with suppress(fuzz_targets.TooSlow):
                        fuzz_targets.tried(target, seed)
        atheris.Setup([sys.argv[0], *options, "-max_len=16000", "-verbosity=0", str(corpus)], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
