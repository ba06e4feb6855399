import { start } from '../page/core'

start()
