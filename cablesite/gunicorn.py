"""Gunicorn's configuration; every value that a host may change comes from the environment.

`WEB_CONCURRENCY` (workers) and `FORWARDED_ALLOW_IPS` (the proxies whose headers are trusted) are
gunicorn's own variables.
"""

import gc
import os
from pathlib import Path
from typing import Any

bind = os.environ.get("BIND") or "127.0.0.1:8000"
worker_class = "gthread"
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = int(os.environ.get("WEB_THREADS", "4"))
# Workers share the memory of the loaded application; each opens its own database connection.
preload_app = True
# Heartbeat files on a disk can block a worker; in memory they cannot.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
max_requests = 2000
max_requests_jitter = 200
timeout = 30
graceful_timeout = 20
keepalive = 5
limit_request_line = 8190  # gunicorn's maximum, so that a long query still gets one of our pages
# A control socket is one more way to attack; signals are enough on one machine.
control_socket_disable = True
accesslog = "-" if os.environ.get("ACCESS_LOG", "").lower() in {"1", "true", "yes"} else None


def pre_fork(_server: Any, _worker: Any) -> None:
    """Exempt what is loaded so far from garbage collection; it is never freed.

    A full collection of it takes 70 ms, about once in a hundred pages, and memory that is not
    touched stays shared between the workers.
    """
    gc.freeze()
