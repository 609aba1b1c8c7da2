import { type ContextKind, peerGroupOf } from '@frrkit/frr-text'
import { type Line, setting } from './line.ts'
import { type NeighborChanges, neighborOf } from './neighbors.ts'
import { type Router, sessionsOf } from './router-blocks.ts'

/** Whether a line only says which families a neighbor has. */
export function isActivation(line: string): boolean {
  return /^(?:no )?neighbor \S+ activate$/.test(line)
}

/**
 * The families that neighbors gain and lose. The lines alone do not tell: what is not said follows the peer-group, and
 * then `bgp default …-unicast`, which bgpd looks at only when a neighbor is made.
 */
export function activationLines(
  before: Router | undefined,
  after: Router,
  { remade }: NeighborChanges,
): { readonly first: readonly Line[]; readonly last: readonly Line[] } {
  const [was, is] = [before && activationsOf(before), activationsOf(after)]
  const [first, last]: [Line[], Line[]] = [[], []]
  for (const { family, kind } of familiesOf(before, after)) {
    for (const name of is.names) {
      const group = is.groupOf(name)
      const isNew = remade.has(name) || was?.names.has(name) !== true
      // bgpd takes all members along when it activates a group, and when it deactivates one.
      const follows = !isNew && group !== undefined && was.isActive(group, family) !== is.isActive(group, family)
      const active = is.isActive(name, family)
      const had = isNew || follows ? is.isActiveWhenMade(name, family) : was.isActive(name, family)
      if (active === had) continue
      const line = setting({ kind, path: [after.opener, family] }, `${active ? '' : 'no '}neighbor ${name} activate`)
      if (active || isNew || follows) last.push(line)
      else first.push(line)
    }
  }
  return { first, last }
}

type Activations = {
  /** Members of peer-groups come last. */
  readonly names: ReadonlySet<string>
  groupOf(name: string): string | undefined
  isActive(name: string, family: string): boolean
  /** Before any `activate` is said. */
  isActiveWhenMade(name: string, family: string): boolean
}

function activationsOf(router: Router): Activations {
  const { contexts } = router
  const session = sessionsOf(router)
  const said = new Map(
    contexts.flatMap(({ path, lines }) =>
      lines.filter(isActivation).map((line) => [`${path[1]} ${neighborOf(line)}`, !line.startsWith('no ')] as const),
    ),
  )
  const own = new Set(session?.lines)
  const byDefault = (family: string) => {
    const name = family.replace('address-family ', '').replace(' ', '-')
    const line = `bgp default ${name}`
    return name === 'ipv4-unicast' ? !own.has(`no ${line}`) : own.has(line)
  }
  const groupOf = (name: string) => session && peerGroupOf(session, name)
  const isActive = (name: string, family: string): boolean =>
    said.get(`${family} ${name}`) ?? isActiveWhenMade(name, family)
  const isActiveWhenMade = (name: string, family: string): boolean => {
    const group = groupOf(name)
    return group === undefined ? byDefault(family) : isActive(group, family)
  }
  const names = namesOf(session?.lines ?? []).toSorted(
    (a, b) => Number(groupOf(a) !== undefined) - Number(groupOf(b) !== undefined),
  )
  return { names: new Set(names), groupOf, isActive, isActiveWhenMade }
}

function namesOf(lines: readonly string[]): readonly string[] {
  return lines.flatMap((line) => /^neighbor (\S+) (?:remote-as|interface|peer-group)\b/.exec(line)?.[1] ?? [])
}

function familiesOf(
  ...routers: readonly (Router | undefined)[]
): readonly { readonly family: string; readonly kind: ContextKind }[] {
  const families = new Map<string, ContextKind>([['address-family ipv4 unicast', 'address-family']])
  for (const { kind, path } of routers.flatMap((router) => router?.contexts ?? [])) {
    const [, family] = path
    if (family !== undefined && path.length === 2 && (kind === 'evpn' || kind === 'address-family'))
      families.set(family, kind)
  }
  return [...families].map(([family, kind]) => ({ family, kind }))
}
