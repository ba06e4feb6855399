import { isMainThread } from 'node:worker_threads'

// Mail is drawn with React, whose halves must be of one kind, and which reads this when it is first loaded: so
// the server's bundle imports this file before anything else. Worker threads inherit it.
if (isMainThread) process.env.NODE_ENV = process.argv.includes('--dev') ? 'development' : 'production'
