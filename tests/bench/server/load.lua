-- wrk: one target of the file after the other, each thread from a place of its own.
local targets = {}
local at = 0

function init(arguments)
  for line in io.lines(arguments[1]) do
    targets[#targets + 1] = line
  end
  math.randomseed(tonumber(arguments[2] or "1"))
  at = math.random(#targets)
end

function request()
  at = at % #targets + 1
  return wrk.format("GET", targets[at])
end

function done(summary, latency, requests)
  local errors = summary.errors
  io.write(string.format(
    "%.0f requests/s, p50 %.1f ms, p95 %.1f ms, p99 %.1f ms, most %.1f ms; not 2xx or 3xx %d, " ..
    "socket errors %d\n",
    summary.requests / summary.duration * 1e6, latency:percentile(50) / 1000,
    latency:percentile(95) / 1000, latency:percentile(99) / 1000, latency.max / 1000,
    errors.status, errors.connect + errors.read + errors.write + errors.timeout))
end
