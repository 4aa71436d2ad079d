"""Times whole extracts in a process of its own: `python -m benchmarks.timing FILE...` gives JSON.

Seconds are of the processor, so that a busy machine gives the same figures. Start-up (imports and
rules) is timed apart by extracting the first file once before the clock runs.
"""

import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.accuracy import extract, read


def time_file(path: Path) -> dict[str, float | str]:
    """Give the pages and the seconds that reading and extracting `path` took."""
    start = time.process_time()
    document = read(path)
    middle = time.process_time()
    extract([document])
    end = time.process_time()
    return {
        "path": str(path),
        "pages": document.pages,
        "read": middle - start,
        "extract": end - middle,
    }


def main(paths: list[Path], warm: bool = True) -> None:
    """Print the times of `paths` and the peak memory of this process in MB."""
    start = time.process_time()
    if warm:
        extract([read(paths[0])])
    startup = time.process_time() - start
    files = [time_file(path) for path in paths]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"files": files, "startup": startup, "peak_mb": peak}))


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
