-- The same page as a browser asks for it: wrk -s pages.lua URL
wrk.headers['Accept-Encoding'] = 'gzip, deflate, br'
wrk.headers['Accept'] = 'text/html'

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"count":%d,"seconds":%f,"p50":%f,"p99":%f,"errors":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end
