"""How much a worker may take before it is stopped: memory, the processor's time, and time by the wall's clock.

Why: there is no time-out inside the PDF engine, and a few hundred bytes of template can keep it busy for ever. What a
proposal may take grows with its sites, and is many times what it needs, so that only what runs away is met.
"""

from __future__ import annotations

import signal
import sys
from dataclasses import dataclass
from pathlib import Path

MEGABYTE = 1_000_000
GRACE = 1  # seconds after which a worker that nobody stopped stops itself


@dataclass(frozen=True, slots=True)
class Limits:
    """`memory` in bytes, beside what the process holds when it begins; `cpu` and `wall` in seconds."""

    memory: int
    cpu: int
    wall: float

    def times(self, number: int) -> Limits:
        """So many times as much of everything, for work that is known to be only large."""
        return Limits(self.memory * number, self.cpu * number, self.wall * number)


def limits_for(sites: int) -> Limits:
    """What a proposal for so many sites may take: some ten times what was measured."""
    return Limits(memory=(1_000 + 6 * sites) * MEGABYTE, cpu=60 + sites, wall=120 + 2 * sites)


def confine(limits: Limits) -> None:
    """Hold this process to its limits, as far as the system can; the wall's clock is watched by its parent, too.

    The soft limit of memory ends in a MemoryError, which can be told; that of the processor's time in a signal.
    """
    try:
        import resource
    except ImportError:  # Windows: its parent stops it by the wall's clock
        return
    if sys.platform == "linux":  # elsewhere addresses cannot be limited to any use
        most = _addresses() + limits.memory
        resource.setrlimit(resource.RLIMIT_AS, (_within(most, resource.RLIMIT_AS), _hard(resource.RLIMIT_AS)))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    cpu = _within(limits.cpu, resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (cpu, _hard(resource.RLIMIT_CPU)))
    signal.signal(signal.SIGALRM, signal.SIG_DFL)
    signal.setitimer(signal.ITIMER_REAL, limits.wall + GRACE)  # the parent may be gone by then


def relieve() -> None:
    """Give memory back its room, so that what happened can be told."""
    if sys.platform == "linux":
        import resource

        hard = _hard(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (hard, hard))


def _hard(kind: int) -> int:
    import resource

    return resource.getrlimit(kind)[1]


def _within(wanted: int, kind: int) -> int:
    """What is wanted, or what the system allows at the most."""
    import resource

    hard = _hard(kind)
    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)


def _addresses() -> int:
    """The bytes of addresses that this process holds."""
    import resource

    return int(Path("/proc/self/statm").read_text("ascii").split()[0]) * resource.getpagesize()
