import { writeFile } from 'node:fs/promises'
import { createDaemon } from '@frrkit/daemon'
import { defineReloader } from '@frrkit/plugin'
import { sourceFile } from '@frrkit/source-file'
import { targetBgpd } from '@frrkit/target-bgpd'
import { targetZebra } from '@frrkit/target-zebra'

const [dir = '/etc/frrkit', frrConf = '/etc/frr/frr.conf'] = process.argv.slice(2)
const accepted = { status: 'accepted', changed: true, words: '' } as const
const reload = (text: string) => writeFile(frrConf, text).then(() => accepted)
const plugins = [sourceFile({ dir }), targetZebra(), targetBgpd(), defineReloader({ name: 'reloader-save', reload })]
const daemon = createDaemon({ plugins, facts: { hostname: 'outside' } })
if (!daemon.ok) throw new Error(daemon.problems.map(({ reason }) => reason).join('\n'))
daemon.value.start()
process.once('SIGTERM', () => void daemon.value.stop())
