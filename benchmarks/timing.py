"""Times whole extracts in a process of its own: `python -m benchmarks.timing FILE...` gives JSON.

Start-up (imports and rules) is timed apart by extracting the first file once before the clock runs.
"""

import json
import resource
import sys
import time
from pathlib import Path

from benchmarks.accuracy import extract, read


def time_file(path: Path) -> dict[str, float | str]:
    """Give the pages and the seconds that reading and extracting `path` took."""
    start = time.perf_counter()
    document = read(path)
    middle = time.perf_counter()
    extract([document])
    end = time.perf_counter()
    return {
        "path": str(path),
        "pages": document.pages,
        "read": middle - start,
        "extract": end - middle,
    }


def main(paths: list[Path], warm: bool = True) -> None:
    """Print the times of `paths` and the peak memory of this process in MB."""
    start = time.perf_counter()
    if warm:
        extract([read(paths[0])])
    startup = time.perf_counter() - start
    files = [time_file(path) for path in paths]
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"files": files, "startup": startup, "peak_mb": peak}))


if __name__ == "__main__":
    main([Path(argument) for argument in sys.argv[1:]])
