import { statusReporterConforms } from '@frrkit/testing'
import { statusLog } from './status-log.ts'

const quiet = { info: () => {}, warn: () => {}, error: () => {} }
statusReporterConforms('status-log', async () => ({ reporter: statusLog({ log: quiet }) }))
