"""The engines that are compared: what each is called, how it is run, what it needs.

README.md says why each set-up is that engine's best.
"""

import collections
import glob
import os

# key: its files in the folder of a set. facets: how many are counted where they are timed.
# index and search: commands, to which the index and the file to read are added.
Engine = collections.namedtuple("Engine", "key name set_up facets packages index search")

JARS = "/usr/share/java/lucene-{}-8*.jar"
# One thread allocates little: the simplest collector disturbs least, and the heap is never full.
JAVA = ("java", "-Xms2g", "-Xmx2g", "-XX:+UseSerialGC", "-cp")


def lucene_jars():
    """Returns the jars of Debian's Lucene, [] where one is missing."""
    found = [sorted(glob.glob(JARS.format(n))) for n in ("core", "analyzers-common", "facet")]
    return [jars[-1] for jars in found] if all(found) else []


def peer(build, name, set_up, facets, packages):
    """An engine with a program of its own here."""
    key = name.lower()
    program = os.path.join(build, "tests/bench/peers", key + "_peer")
    return Engine(key, name, set_up, facets, packages, (program, "index"), (program, "search"))


def lucene(classes, mode, set_up):
    run = (*JAVA, ":".join([classes, *lucene_jars()]), "LucenePeer", mode)
    packages = ("liblucene8-java", "openjdk-17-jre-headless")
    return Engine("lucene_" + mode, "Lucene", set_up, 2, packages, (*run, "index"), (*run, "search"))


def engines(build, classes):
    """Returns the engines that can be run, and (name, reason) of those that cannot."""
    tracuu = peer(build, "tracuu", "as it comes", 5, ("libxapian30", "libicu72"))
    here = [
        tracuu._replace(index=(os.path.join(build, "bin/tracuu-index"), "--quiet", "--lang", "en",
                               "--index")),
        lucene(classes, "fields", "toned, toneless and paired fields"),
        lucene(classes, "plain", "as it comes: StandardAnalyzer, one field"),
        peer(build, "Omega", "TermGenerator and QueryParser, compacted", 2, ("libxapian30",)),
        peer(build, "FTS5", "unicode61 with marks, bm25, optimized", 0, ("libsqlite3-0",)),
        peer(build, "Groonga", "TokenBigram, NormalizerNFKC150, tf at most 1", 0, ("libgroonga0",)),
    ]
    missing = []
    for engine in list(here):
        if engine.name == "Lucene":
            is_there = lucene_jars() and os.path.isdir(classes)
        else:
            is_there = os.access(engine.search[0], os.X_OK)
        if not is_there:
            here.remove(engine)
            missing.append((engine.name, "its program was not built: a package is missing"))
    return here, missing
