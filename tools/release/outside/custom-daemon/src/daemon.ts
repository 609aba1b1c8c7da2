import { writeFile } from 'node:fs/promises'
import { createDaemon } from '@frrkit/daemon'
import { defineReloader } from '@frrkit/plugin'
import { sourceFile } from '@frrkit/source-file'
import { targetBgpd } from '@frrkit/target-bgpd'
import { targetZebra } from '@frrkit/target-zebra'

const [dir = '/etc/frrkit', frrConf = '/etc/frr/frr.conf'] = process.argv.slice(2)
const save = (text: string) =>
  writeFile(frrConf, text).then(() => ({ status: 'accepted', changed: true, words: '' }) as const)
const reloader = defineReloader({ name: 'reloader-save', reload: save })
const plugins = [sourceFile({ dir }), targetZebra(), targetBgpd(), reloader]
const daemon = createDaemon({ plugins, facts: { hostname: 'outside' } })
if (!daemon.ok) throw new Error(daemon.problems.map(({ reason }) => reason).join('\n'))
daemon.value.start()
process.once('SIGTERM', () => void daemon.value.stop())
