"""`python -m scheduler.cli` is `sched`."""

from scheduler.cli import main

main()
