import { install } from '../more/install'
import { start } from '../page/core'
import { KM } from '../page/library'

if (!KM.cf) {
  install()
  start()
}
window._kmil = () => {}
