"""The public site's own settings, with what a benchmark adds: routes to compare with.

`BENCHMARK_PAGES=forgotten` takes the page cache away and nothing else: what is measured then is
the price of an answer that nobody asked for since the data changed.
"""

import os
from typing import Any

from tracker import settings as tracker

_OWN: dict[str, Any] = {name: getattr(tracker, name) for name in dir(tracker) if name.isupper()}
globals().update(_OWN)

MIDDLEWARE = [
    "tests.benchmarks.middleware.FreshnessButForConstants"
    if name == "detentions.freshness.FreshnessMiddleware"
    else name
    for name in tracker.MIDDLEWARE
]
ROOT_URLCONF = "tests.benchmarks.urls"
STATIC_ROOT = tracker.STATE_DIR / "bench" / "static"
if os.environ.get("BENCHMARK_PAGES") == "forgotten":
    PAGE_CACHE_MB = 0
