"""How gunicorn serves the room; every value that a host may change comes from the environment.

`WEB_CONCURRENCY` (workers) and `FORWARDED_ALLOW_IPS` (the proxy whose headers are believed) are
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
# A worker that shares its start's memory costs little; each opens its own database connection.
preload_app = True
# Heartbeats on a disk can block a worker for long; memory cannot.
worker_tmp_dir = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108
max_requests = 2000
max_requests_jitter = 200
timeout = 30
graceful_timeout = 20
keepalive = 5
limit_request_line = 8190  # the most there is: a long question still gets a page of ours
# A socket that controls the server is one more door; signals do for one machine.
control_socket_disable = True
accesslog = "-" if os.environ.get("ACCESS_LOG", "").lower() in {"1", "true", "yes"} else None


def pre_fork(_server: Any, _worker: Any) -> None:
    """Pass what the start has loaded over when memory is tidied up: none of it is ever let go.

    A look through all of it takes 70 ms, every hundredth page's time; and pages of memory that are
    not touched stay shared between the workers.
    """
    gc.freeze()
