import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { received } from '@frrkit/frr-lab'
import { printDiff } from '../print-diff.ts'
import { checkNoFlap, readSession } from '../session.ts'
import type { Stage } from '../stage.ts'
import { node, peer } from '../start-lab.ts'
import { green } from '../terminal/paint.ts'
import { table } from '../terminal/table.ts'

const file = 'metallb-node-a.yaml'
const [present, added] = ['192.168.10.100/32', '192.168.10.101/32']

/** A file changes, and a moment later the neighbor knows: without a reset of the session. */
export async function showChange({ screen, node: frr, peer: tor, dir, reports, signal }: Stage): Promise<void> {
  screen.scene('A change', `A second service gets an address: ${file} is edited while everything runs.`)
  const path = join(dir, file)
  const text = await readFile(path, 'utf8')
  const edited = text.replaceAll(`${present}]`, `${present}, ${added}]`)
  if (edited === text) throw new Error(`BUG: ${file} has no list that ends in ${present}`)
  printDiff(screen, text.split('\n'), edited.split('\n'))

  const before = await readSession(frr, peer.address)
  const { conversion, reload } = reports.newest() ?? {}
  const began = performance.now()
  const after = async (event: Promise<unknown>): Promise<string> => {
    await event
    return `${((performance.now() - began) / 1000).toFixed(2)} s`
  }
  await writeFile(path, edited)
  const times = Promise.all([
    after(reports.until((report) => report.conversion !== conversion, signal)),
    after(reports.until((report) => report.reload !== reload, signal)),
    after(received(tor, added, { from: node.address, signal })),
  ])
  const [merged, reloaded, arrived] = await screen.during(() => `${added} is on its way to ${peer.name}`, times)
  const now = await readSession(frr, peer.address)
  checkNoFlap(before, now)
  screen.print('')
  screen.print(
    ...table([
      ['seen and merged', `after ${merged}`],
      ['applied by FRR, read back and compared', `after ${reloaded}`],
      [`${added} at ${peer.name}`, green(`after ${arrived}`)],
      ['session', `up for ${before.uptime} s before and ${now.uptime} s now: ${green('it did not flap')}`],
    ]),
  )
}
