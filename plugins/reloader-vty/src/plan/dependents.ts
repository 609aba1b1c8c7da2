import type { Context } from '@frrkit/frr-text'
import { type Line, setting, undoing } from './line.ts'
import type { Router } from './router-blocks.ts'

/** What makes bgpd say `Cannot delete default BGP instance. Dependent VRF instances exist`. */
const needsDefault = /^(?:import vrf (?!route-map )|advertise ipv[46] unicast\b)/

/**
 * The lines that keep the default instance from being removed while others stay: they go before, also those of
 * instances that go, and those of instances that stay come back. No session ends with them.
 */
export function dependentLines(
  had: ReadonlyMap<string, Router>,
  has: ReadonlyMap<string, Router>,
  gone: readonly string[],
): { readonly first: readonly Line[]; readonly last: readonly Line[] } {
  const isGone = ({ opener }: Router) => gone.includes(opener)
  const others = [...had.values()].filter(({ vrf }) => vrf !== '')
  if (others.every(isGone)) return { first: [], last: [] }
  const [going, staying] = [others.filter(isGone), others.filter((router) => !isGone(router))]
  const back = staying.flatMap((router) => linesOf(router, linesOf(has.get(router.opener)).map(keyOf)))
  return {
    first: [...going.flatMap((router) => linesOf(router)), ...back].map(({ context, line }) => undoing(context, line)),
    last: back.map(({ context, line }) => setting(context, line)),
  }
}

type Dependent = { readonly context: Context; readonly line: string }

function linesOf(router: Router | undefined, only?: readonly string[]): readonly Dependent[] {
  return (router?.contexts ?? [])
    .flatMap((context) => context.lines.filter((line) => needsDefault.test(line)).map((line) => ({ context, line })))
    .filter((dependent) => only?.includes(keyOf(dependent)) !== false)
}

function keyOf({ context, line }: Dependent): string {
  return [...context.path, line].join('\n')
}
