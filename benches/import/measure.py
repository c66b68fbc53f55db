"""Runs the import of one mailbox in turns: Badgefolio into an encrypted backpack, the same again, and the peer beside this file.

Usage: measure.py BADGEFOLIO MAILBOX SAMPLE [TURNS]. Prints a table: wall time and peak memory of each, the median of the turns.
"""

import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).parent


def run(command, environment):
    """Seconds, peak memory in MB and what was printed."""
    begin = time.monotonic()
    child = subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    out = child.stdout.read()
    _, status, usage = os.wait4(child.pid, 0)
    seconds = time.monotonic() - begin
    child.returncode = os.waitstatus_to_exitcode(status)
    return seconds, usage.ru_maxrss / 1024, out.decode(), child.returncode


def main(badgefolio, mailbox, sample, turns="3"):
    # So that the first to read it is not the slowest.
    # In pieces: a child counts as its own peak what its parent had when it was begun.
    with open(mailbox, "rb") as file:
        while file.read(1 << 20):
            pass
    seen = {"first": [], "again": [], "peer": []}
    for _ in range(int(turns)):
        with tempfile.TemporaryDirectory() as folder:
            folder = pathlib.Path(folder)
            secret = folder / "passphrase"
            secret.write_text("correct horse battery staple\n")
            environment = {"PATH": os.environ["PATH"], "HOME": str(folder), "BADGEFOLIO_HOME": str(folder / "backpack")}
            take_in = [badgefolio, "--passphrase-file", str(secret), "import", "--offline"]
            run([*take_in, sample], environment)
            for name in ("first", "again"):
                seconds, memory, out, _ = run([*take_in, "--json", mailbox], environment)
                word = '"decision":"new"' if name == "first" else '"decision":"known"'
                seen[name].append((seconds, memory, out.count(word)))
            peer = [sys.executable, str(HERE / "peer.py"), mailbox, str(folder / "peer.db")]
            seconds, memory, out, _ = run(peer, environment)
            seen["peer"].append((seconds, memory, int(out or 0)))
    labels = {
        "first": "Badgefolio: looked through, verified, stored",
        "again": "Badgefolio again: everything is there",
        "peer": "Python: mailbox, openbadges-bakery, sqlite3",
    }
    print(f"{os.path.getsize(mailbox) / 1e6:.0f} MB, {turns} turns")
    for name, label in labels.items():
        seconds, memory, badges = (statistics.median(column) for column in zip(*seen[name]))
        print(f"{label:48} {seconds:8.2f} s {memory:8.0f} MB peak {badges:6.0f} badges")
    ratio = statistics.median(p[0] / b[0] for p, b in zip(seen["peer"], seen["first"]))
    print(f"Badgefolio is {ratio:.1f} times as fast")


main(*sys.argv[1:])
