"""The command line: one file a command, each loaded only when it is called. Here stand clock, environment and exit codes.

Exit codes: 0 clean; 1 findings, or no valid configuration; 2 wrong usage, an interrupt, or a fault of the program.
"""


def main() -> None:
    """The console script. Nothing heavy is imported here, so that an interrupt is met from the first moment."""
    import os
    import sys
    from contextlib import suppress

    try:
        from proposer.cli.run import prepare_process, run

        prepare_process()
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("interrupted; nothing was written\n")
        code = 2
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError, ValueError):
            stream.flush()
    os._exit(code)  # all is written; taking the PDF engine's heap apart piece by piece would cost a tenth of the time
