"""Rounds of kill -9 for crash.sh: INDEX SEARCH FOLDER ROUNDS.

Every document says in its title which version it is of. A killed update may leave any mixture of
the versions before and behind it, document by document, but never takes one back; every other
action leaves all as it was, or all as it would be.
"""

import json
import os
import random
import shutil
import subprocess
import sys
import time

index_program, search_program, work, rounds = *sys.argv[1:4], int(sys.argv[4])
seed = int(os.environ.get("TRACUU_TEST_SEED", time.time_ns() % 100000))
print(f"seed {seed} (TRACUU_TEST_SEED)")
chance = random.Random(seed)
docs, idx = os.path.join(work, "docs"), os.path.join(work, "idx")
FILES, RECORDS = 120, 600


def write_version(version):
    os.makedirs(docs, exist_ok=True)

    def text(number):
        return " ".join(f"từ{(number * 7919 + k * 104729 + version) % 5003}" for k in range(40))

    for i in range(FILES):
        with open(os.path.join(docs, f"f{i}.txt"), "w", encoding="utf-8") as out:
            out.write(f"Bản {version} của f{i}\n\n{text(i)}\n")
    with open(os.path.join(docs, "r.jsonl"), "w", encoding="utf-8") as out:
        for i in range(RECORDS):
            record = {"id": f"r{i}", "title": f"Bản {version} của r{i}", "body": text(FILES + i)}
            out.write(json.dumps(record, ensure_ascii=False) + "\n")


def run(*arguments):
    return subprocess.run([index_program, "--index", idx, *arguments], capture_output=True, text=True,
                          check=False)


def state():
    """{id: version} of all documents; fails when the index cannot be searched."""
    done = subprocess.run([search_program, "--index", idx, "--json", "--limit", "1000",
                           "--no-collapse"], capture_output=True, text=True, check=False)
    if done.returncode not in (0, 1):
        sys.exit(f"FAILED: cannot search: {done.stderr}")
    return {r["id"]: int(r["title"].split()[1]) for r in json.loads(done.stdout)["results"]}


def killed(seconds, *arguments):
    """Runs and kills after a time. Returns whether it was killed before its end."""
    process = subprocess.Popen([index_program, "--index", idx, "--quiet", *arguments],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        process.wait(seconds)
        return False
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
        return True


def expect(condition, what):
    if not condition:
        sys.exit(f"FAILED: {what}")


version = 1
write_version(version)
expect(run(docs).returncode == 0, "the first build")
expect(run("--rebuild", docs).returncode == 0, "a rebuild")  # something to roll back to
ACTIONS = {"update": [docs], "rebuild": ["--rebuild", docs], "compact": ["--compact"],
           "repair": ["--repair"], "rollback": ["--rollback"]}
times = {}
kills = 0
for turn in range(rounds):
    action = list(ACTIONS)[turn % len(ACTIONS)]
    before = state()
    write_version(version + 1)
    whole = dict.fromkeys(before, version + 1)
    if action not in times:  # how long it takes here, on a copy
        shutil.copytree(idx, idx + ".kept")
        start = time.monotonic()
        run(*ACTIONS[action])
        times[action] = time.monotonic() - start
        shutil.rmtree(idx)
        os.rename(idx + ".kept", idx)
    earlier = None
    if action == "rollback":
        run("--rollback")
        earlier = state()
        run("--rollback")
    was_killed = killed(chance.uniform(0, times[action] * 1.1), *ACTIONS[action])
    kills += was_killed
    check = run("--check")
    expect(check.returncode == 0, f"{action}: the index is not sound: {check.stdout}{check.stderr}")
    if shutil.which("xapian-check"):
        with open(os.path.join(idx, "current"), encoding="ascii") as current:
            live = os.path.join(idx, current.readline().strip())
        done = subprocess.run(["xapian-check", live], capture_output=True, check=False)
        expect(done.returncode == 0, f"{action}: xapian-check")
    after = state()
    if action == "update":
        expect(set(after) == set(before), "update: documents came or went")
        expect(all(before[i] <= after[i] <= version + 1 for i in after), "update: versions")
        if not was_killed:
            expect(after == whole, "update: not whole")
    else:
        allowed = [before]
        if action == "rebuild":
            allowed.append(whole)
        if action == "rollback":
            allowed.append(earlier)
        expect(after in allowed, f"{action}: neither as it was nor as it would be")
    done = run(docs)
    expect(done.returncode == 0, f"{action}: the next run: {done.stderr}")
    expect(state() == whole, f"{action}: the next run does not complete")
    version += 1
expect(kills * 3 >= rounds, f"only {kills} of {rounds} were killed in time")
expect(sorted(os.listdir(idx))[0] == "current", "current is there")
print(f"{rounds} rounds, {kills} killed, 0 failed")
