import { install } from '../more/install'

install()
