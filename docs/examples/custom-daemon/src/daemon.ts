import { readFileSync } from 'node:fs'
import { createDaemon } from '@frrkit/daemon'
import { formatProblem } from '@frrkit/model'
import { type ReloaderVtyOptions, reloaderVty } from '@frrkit/reloader-vty'
import { sourceFile } from '@frrkit/source-file'
import { statusLog } from '@frrkit/status-log'
import { targetBgpd } from '@frrkit/target-bgpd'
import { targetStaticd } from '@frrkit/target-staticd'
import { targetZebra } from '@frrkit/target-zebra'

const frr = JSON.parse(readFileSync('frr.json', 'utf8')) as ReloaderVtyOptions
const write = (_: object, message: string) => process.stdout.write(`${message}\n`)
const daemon = createDaemon({
  plugins: [
    sourceFile({ dir: 'objects' }),
    targetZebra(),
    targetBgpd(),
    targetStaticd(),
    reloaderVty(frr),
    statusLog({ log: { info: write, warn: write, error: write } }),
  ],
  facts: { hostname: 'edge-1', labels: { rack: 'r1' } },
})
if (!daemon.ok) throw new Error(daemon.problems.map(formatProblem).join('\n'))
daemon.value.start()
process.once('SIGINT', () => void daemon.value.stop())
