import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { formatProblem } from '@frrkit/model'
import { checkNoFlap, readSession } from '../session.ts'
import type { Stage } from '../stage.ts'
import { peer } from '../start-lab.ts'
import { dim, green, red } from '../terminal/paint.ts'

const file = 'contradiction.yaml'
const contradiction = `\
apiVersion: frrk8s.metallb.io/v1beta1
kind: FRRConfiguration
metadata: {name: contradiction, namespace: team-b}
spec:
  bgp:
    routers:
    - asn: 64512
      neighbors: [{address: ${peer.address}, asn: 64999}]
`

/** Two objects that cannot both be right: refused, both named, and what runs keeps running. */
export async function showConflict({ screen, node, dir, reports, signal }: Stage): Promise<void> {
  screen.scene('A conflict', `Somebody adds ${file} with another AS number for the same neighbor.`)
  screen.print(
    ...contradiction
      .trimEnd()
      .split('\n')
      .map((line) => dim(`+ ${line}`)),
    '',
  )
  const [before, session] = [await node.running(), await readSession(node, peer.address)]
  const path = join(dir, file)
  await writeFile(path, contradiction)
  const refused = reports.until(({ conversion }) => !conversion.ok, signal)
  const { conversion } = await screen.during(() => 'the daemon looks at it', refused)
  screen.print(...conversion.problems.flatMap((problem) => formatProblem(problem).split('\n')).map(red))

  if ((await node.running()) !== before) throw new Error('the configuration of FRR changed, and it must not have')
  checkNoFlap(session, await readSession(node, peer.address))
  screen.print('', `FRR runs what it ran before, and the session is ${green('Established')} as it was.`)
  await rm(path)
  await screen.during(
    () => 'the daemon looks again',
    reports.until(({ conversion: again }) => again.ok, signal),
  )
  screen.print(`${file} is removed again, and all is well.`)
}
