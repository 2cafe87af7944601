"""A peer that is running: started once for a set, asked in rounds, each answer checked.

The protocol is that of peer.h.
"""

import collections
import subprocess

Answer = collections.namedtuple("Answer", "wall_ms cpu_ms counted ids")


class Session:
    """REQUIRES: set_ is the sets.Set whose index is in `index`. Raises RuntimeError where a peer
    ends early or answers what cannot be."""

    def __init__(self, engine, index, set_, pin=None):
        self.engine = engine
        self.queries = list(set_.texts)
        command = [*engine.search, index, set_.queries]
        if pin:
            command = ["taskset", "-c", pin, *command]
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        encoding="utf-8")
        self._expect("ready")

    def warm(self, count, limit, kind):
        self._say(f"warm {count} {limit} {kind}")
        self._expect("warm")

    def round(self, limit, kind):
        """Returns {query: Answer} of one round."""
        self._say(f"round {limit} {kind}")
        answers = {}
        for query in self.queries:
            wall, cpu, counted, *ids = self._line().split("\t")
            if len(ids) > limit or len(set(ids)) < len(ids):
                raise RuntimeError(f"{self.engine.name}: {len(ids)} hits for {query}, or one twice")
            answers[query] = Answer(int(wall) / 1e6, int(cpu) / 1e6, int(counted), ids)
        return answers

    def close(self):
        self.process.stdin.close()
        self.process.stdout.close()
        if self.process.wait() != 0:
            raise RuntimeError(f"{self.engine.name}: status {self.process.returncode}")

    def _say(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def _line(self):
        line = self.process.stdout.readline()
        if not line:
            raise RuntimeError(f"{self.engine.name} ended, status {self.process.wait()}")
        return line.rstrip("\n")

    def _expect(self, word):
        said = self._line()
        if said != word:
            raise RuntimeError(f"{self.engine.name} said {said!r}, not {word!r}")
