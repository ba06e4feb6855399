import { createServer } from 'node:http'

// The least that a Node server can do: the ceiling that the collector is shown beside.
createServer((_, res) => res.writeHead(204).end()).listen(Number(process.argv[2]), '127.0.0.1')
