import { frrVersions, requireLab } from '@frrkit/frr-lab'
import { afterAll, afterEach, beforeAll, beforeEach, expect } from 'vitest'
import { VtyConnection, type VtyError, type VtyOptions } from '../src/index.ts'
import { type Daemons, fakeTarget, realTarget, type Target } from './target.ts'

const installs = (await requireLab()) ? await frrVersions() : []

/** Every behaviour that the fake claims is asserted of real FRRs by the same lines. */
export const targets: readonly Target[] = [fakeTarget, ...installs.map(realTarget)]

export function unknown(command: string): object {
  return { ok: true, value: { status: 2, text: `% [BGP] Unknown command: ${command}\n` } }
}

export type Suite = {
  /** The daemons of the target; only within tests. */
  readonly daemons: Daemons
  /** What connections said about their loss, in this test. */
  readonly losses: readonly VtyError[]
  /** To bgpd, unless told otherwise; closed after the test. */
  connect(options?: Partial<VtyOptions>): VtyConnection
  /** The same, after it has answered: then the daemon is sure to know of it. */
  connected(options?: Partial<VtyOptions>): Promise<VtyConnection>
}

/** Starts the target's daemons for the `describe` around; a test may kill them. */
export function useDaemons(target: Target): Suite {
  let daemons: Daemons | undefined
  const connections: VtyConnection[] = []
  const losses: VtyError[] = []
  const onLost = (error: VtyError): void => void losses.push(error)
  const suite: Suite = {
    get daemons() {
      if (!daemons) throw new Error('BUG: daemons are there within tests only')
      return daemons
    },
    losses,
    connect(options) {
      const { places } = suite.daemons
      const connection = new VtyConnection({ daemon: 'bgpd', ...places, onLost, ...options })
      connections.push(connection)
      return connection
    },
    async connected(options) {
      const connection = suite.connect(options)
      expect(await connection.ask('x')).toEqual(unknown('x'))
      return connection
    },
  }
  beforeAll(async () => {
    daemons = await target.start()
  })
  afterAll(() => daemons?.stop())
  beforeEach(async () => {
    if (!(await suite.connect().open()).ok) await suite.daemons.restart('bgpd')
    closeAll()
  })
  afterEach(closeAll)
  return suite

  function closeAll(): void {
    for (const connection of connections.splice(0)) connection.close()
    losses.length = 0
  }
}
