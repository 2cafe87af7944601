"""Times as figures, and figures as one Markdown table."""

import os
import platform
import statistics
import subprocess

HEAD = ("set", "engine", "set-up", "nDCG@10", "R@100", "index s", "index MB", "p50", "p95",
        "CPU p50", "QPS", "top 100 p50", "CPU : Lucene", "facets +CPU")


def percentile(values, share):
    """Returns the value that `share` of the values do not exceed. REQUIRES: values.

    >>> percentile([3, 1, 2, 4], 0.5)
    2
    """
    ordered = sorted(values)
    return ordered[max(0, -int(-share * len(ordered) // 1) - 1)]


def medians(rounds, field):
    """Returns for each query the median over rounds of this field of its answers."""
    return {query: statistics.median(getattr(one[query], field) for one in rounds)
            for query in rounds[0]}


def machine(engines):
    """Returns lines about the machine and the versions of what is compared."""
    with open("/proc/cpuinfo", encoding="utf-8") as lines:
        names = [line.split(":", 1)[1].strip() for line in lines if line.startswith("model name")]
    packages = sorted({p for engine in engines for p in engine.packages})
    versions = subprocess.run(["dpkg-query", "-W", "-f", "${Package} ${Version}\n", *packages],
                              capture_output=True, text=True, check=False).stdout.split("\n")
    return [f"{os.cpu_count()} × {names[0] if names else platform.machine()}, "
            f"Linux {platform.release()}; load at the end {os.getloadavg()[0]:.1f}",
            "; ".join(filter(None, versions))]


def markdown(rows):
    """Returns the rows as a table, columns as HEAD."""
    lines = [HEAD, ["---"] * 3 + ["---:"] * (len(HEAD) - 3), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
