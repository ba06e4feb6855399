import { prepare } from '../page/core'
import { takeOver } from '../page/queue'

const queue = prepare()
if (queue) takeOver(queue)
