"""Serves the library with Gunicorn, from within the command."""

from typing import Any

from gunicorn.app.base import BaseApplication

from learnt.web.apart import start_process


class _Server(BaseApplication):  # type: ignore[misc]  # Gunicorn has no types
    """Gunicorn with options of ours instead of its own command line."""

    def __init__(self, options: dict[str, Any]) -> None:
        self.options = options
        super().__init__()

    def load_config(self) -> None:
        for name, value in self.options.items():
            self.cfg.set(name, value)

    def load(self) -> Any:
        from learnt.web.wsgi import application

        return application


def _take_up(server: Any) -> None:
    """Go on with what a process left that ended; not where the whole server is about to end."""
    if server.LISTENERS:
        start_process("resume", "--automatic")


def run(address: str, workers: int) -> None:
    """Serve at `address` with as many processes as `workers`, until a signal ends it."""
    _Server(
        {
            "bind": address,
            "workers": workers,
            "worker_class": "gthread",
            "threads": 4,
            "timeout": 60,
            "max_requests": 5_000,
            "max_requests_jitter": 500,
            "loglevel": "warning",
            "control_socket_disable": True,
            "when_ready": _take_up,
            "child_exit": lambda server, worker: _take_up(server),
        }
    ).run()
