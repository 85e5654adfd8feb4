"""One job at one amount, as a process of its own, so that no other's memory or warmth is counted.

    python -m benchmarks.growth.point JOB AMOUNT

Prints one JSON object: the seconds of the runs of each thing that was timed, and the most memory in MB, what was made
ready counted.
"""

import json
import resource
import sys
import tempfile
from pathlib import Path

from benchmarks.growth.jobs import JOBS


def main() -> None:
    job, amount = sys.argv[1], int(sys.argv[2])
    with tempfile.TemporaryDirectory() as folder:
        runs = JOBS[job](Path(folder), amount)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"runs": runs, "memory": most}))


if __name__ == "__main__":
    main()
