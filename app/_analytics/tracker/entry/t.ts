import { start } from '../page/core'
import { takeOver } from '../page/queue'

start(takeOver)
