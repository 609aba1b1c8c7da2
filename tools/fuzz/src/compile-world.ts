import { type Compiled, compile, type Policy } from '@frrkit/daemon/compile'
import type { Result } from '@frrkit/model'
import { targetBfdd } from '@frrkit/target-bfdd'
import { targetBgpd } from '@frrkit/target-bgpd'
import { targetRaw } from '@frrkit/target-raw'
import { targetZebra } from '@frrkit/target-zebra'
import type { World } from './world.ts'

/** The targets of the ready-made daemon. */
const targets = [targetZebra(), targetBgpd(), targetBfdd(), targetRaw()]

/** The whole way of objects to frr.conf, as the daemon goes it. */
export function compileWorld(
  world: World,
  options: { readonly annotate?: boolean; readonly policy?: Policy } = {},
): Result<Compiled> {
  return compile({ ...world, problems: [], complete: true }, { targets, kinds: [], ...options })
}
