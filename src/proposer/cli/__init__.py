"""The command line: one file a command, each loaded only when it is called. Here stand clock, environment and exit codes.

Exit codes: 0 clean; 1 findings, or no valid configuration; 2 wrong usage, an interrupt, or a fault of the program.
"""


def main() -> None:
    """The console script. Nothing heavy is imported here, so that an interrupt is met from the first moment."""
    import sys

    try:
        from proposer.cli.run import prepare_process, run

        prepare_process()
        code = run(sys.argv[1:])
    except KeyboardInterrupt:
        sys.stderr.write("interrupted; nothing was written\n")
        code = 2
    sys.exit(code)
