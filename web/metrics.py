"""`/metrics`: what the server did, as Prometheus reads it; each process tells of itself."""

import threading
import time
from bisect import bisect_left
from collections import Counter

from flask import Blueprint, Flask, Response, current_app, g, request

from graph.snapshots import NoStore
from web.desk import desk

metrics = Blueprint("metrics", __name__)

# Upper bounds in seconds.
_BOUNDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)


class Tally:
    """Requests by route, method and status, and how long they took."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self.requests: Counter[tuple[str, str, int]] = Counter()
        self.within = [0] * (len(_BOUNDS) + 1)
        self.seconds = 0.0

    def note(self, route: str, method: str, status: int, seconds: float) -> None:
        """One more request was answered."""
        with self._lock:
            self.requests[route, method, status] += 1
            self.within[bisect_left(_BOUNDS, seconds)] += 1
            self.seconds += seconds

    def lines(self) -> list[str]:
        """The counts and the histogram."""
        with self._lock:
            requests, within, seconds = dict(self.requests), list(self.within), self.seconds
        found = ["# TYPE vankien_requests_total counter"]
        for (route, method, status), count in sorted(requests.items()):
            labels = f'route="{route}",method="{method}",status="{status}"'
            found.append(f"vankien_requests_total{{{labels}}} {count}")
        found.append("# TYPE vankien_request_seconds histogram")
        for place, bound in enumerate((*map(str, _BOUNDS), "+Inf")):
            count = sum(within[: place + 1])
            found.append(f'vankien_request_seconds_bucket{{le="{bound}"}} {count}')
        found.append(f"vankien_request_seconds_sum {seconds:.6f}")
        found.append(f"vankien_request_seconds_count {sum(within)}")
        return found


def count_requests(app: Flask) -> None:
    """Have every request of an application counted."""
    app.extensions["vankien-tally"] = tally = Tally()

    def begin() -> None:
        g.began = time.perf_counter()

    def end(response: Response) -> Response:
        # The rule, not the address: as many lines as there are routes.
        route = request.url_rule.rule if request.url_rule else ""
        seconds = time.perf_counter() - g.get("began", time.perf_counter())
        tally.note(route, request.method, response.status_code, seconds)
        return response

    app.before_request(begin)
    app.after_request(end)


@metrics.get("/metrics")
def measured() -> Response:
    """Requests, latency, and what queries did to workers, queue and cache."""
    tally: Tally = current_app.extensions["vankien-tally"]
    workers = desk().workers
    gauges = {
        "vankien_queries_waiting gauge": workers.lanes.waiting,
        "vankien_queries_running gauge": workers.lanes.held,
        "vankien_query_processes_ended_total counter": workers.kills,
        "vankien_results_kept_bytes gauge": workers.kept.bytes,
        "vankien_results_kept_hits_total counter": workers.kept.hits,
        "vankien_results_kept_misses_total counter": workers.kept.misses,
        "vankien_dataset_version gauge": _version(),
    }
    said = [f"# TYPE {name}\n{name.split()[0]} {value}" for name, value in gauges.items()]
    body = "\n".join([*tally.lines(), *said]) + "\n"
    return Response(body, content_type="text/plain; version=0.0.4; charset=utf-8")


def _version() -> int:
    try:
        return desk().snapshot().version.number
    except NoStore:
        return 0
