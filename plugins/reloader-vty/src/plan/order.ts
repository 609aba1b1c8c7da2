import { daemonNames } from '@frrkit/vty'
import type { Command } from './command.ts'
import type { Step } from './plan.ts'
import { withContexts } from './with-contexts.ts'

/**
 * When a command has its turn. What is referred to comes before what refers to it, and goes after it: a neighbor is never
 * without its route-map, a route-map never asks for a list that is not there, and nothing is announced without its policy.
 */
export const phases = [
  'unreferred', // zebra's lines that point to route-maps or VNIs which may go
  'routes in the way', // static ones that others cannot stand beside
  'general',
  'bfd profiles',
  'lists',
  'route-map lines in the way', // which others cannot take the place of in the same step
  'route-maps',
  'router lines that go',
  'routers that go',
  'routers that come',
  'router lines that come',
  'referring', // zebra's lines that point to route-maps
  'routes that go', // static ones, when others have taken their place
  'route-maps that go',
  'lists that go',
  'bfd profiles that go',
] as const

export type Phase = (typeof phases)[number]

const ranks: ReadonlyMap<Phase, number> = new Map(phases.map((phase, i) => [phase, i]))

/** The commands in the order of their phases, each daemon's together as far as that allows. */
export function inOrder(commands: readonly Command[]): readonly Step[] {
  const runs: Command[][] = []
  for (const command of commands.toSorted((a, b) => rankOf(a) - rankOf(b))) {
    const last = runs.at(-1)
    const [first] = last ?? []
    if (last !== undefined && first?.daemon === command.daemon && apart(first) === apart(command)) last.push(command)
    else runs.push([command])
  }
  return runs.flatMap((run) => (run[0] ? [{ daemon: run[0].daemon, lines: withContexts(run) }] : []))
}

function rankOf({ phase, daemon }: Command): number {
  return (ranks.get(phase) ?? 0) * daemonNames.length + daemonNames.indexOf(daemon)
}

/**
 * bgpd works through lines that come together without doing what it put off, and forgets an instance only then: so
 * what follows is a step of its own. Of route-maps it does at once what a step says of them.
 */
function apart({ phase }: Command): Phase | undefined {
  return phase === 'routers that go' || phase === 'route-map lines in the way' ? phase : undefined
}
