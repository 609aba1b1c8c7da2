import { createLab, type Frr, type FrrInstall, startFrr } from '@frrkit/frr-lab'
import { type FaultySockets, openFaultySockets } from './faulty-sockets.ts'

/** An FRR in a lab of its own, and sockets on which things go wrong. */
export type FaultyFrr = { readonly frr: Frr; readonly sockets: FaultySockets; readonly stop: () => Promise<void> }

export async function startFaultyFrr(name: string, install: FrrInstall): Promise<FaultyFrr> {
  const lab = await createLab({ name })
  const frr = await startFrr(await lab.node('a'), { install })
  const sockets = await openFaultySockets(frr)
  return {
    frr,
    sockets,
    stop: async () => {
      await sockets.close()
      await lab.stop()
    },
  }
}
