-- Events of many people on many pages, no two alike: wrk -s hits.lua URL -- KEY RUN
local threads = 0
local browsers = {
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36',
  'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1',
  'Mozilla/5.0 (X11; Linux x86_64; rv:142.0) Gecko/20100101 Firefox/142.0',
}

function setup(thread)
  threads = threads + 1
  thread:set('thread', threads)
end

function init(args)
  prefix = '/e?_k=' .. args[1] .. '&_n=Page+View&Referrer=https%3A%2F%2Fwww.example.com%2F&_i=' .. args[2] .. thread .. '-'
  run = args[2]
  sent = 0
  math.randomseed(thread)
end

function request()
  sent = sent + 1
  wrk.headers['User-Agent'] = browsers[sent % 4 + 1]
  local person = math.random(50000)
  return wrk.format('GET', prefix .. sent .. '&_p=person' .. person .. '&Viewed+URL=https%3A%2F%2Fbench.example%2F' .. run .. '%2F' .. person % 300)
end

function done(summary, latency)
  local errors = summary.errors
  io.write(string.format(
    '\n{"count":%d,"seconds":%f,"p50":%f,"p99":%f,"errors":%d}\n',
    summary.requests, summary.duration / 1e6, latency:percentile(50) / 1e3, latency:percentile(99) / 1e3,
    errors.connect + errors.read + errors.write + errors.status + errors.timeout
  ))
end
