import type { Comparison, FrrText } from '@frrkit/frr-text'
import { redactFrrText } from '@frrkit/model'
import { plan } from '@frrkit/reloader-vty/plan'

/** What reloader-vty would send, daemon by daemon in its order; or what makes it leave the work to its fallback. */
export type Commands =
  | { readonly steps: readonly { readonly daemon: string; readonly lines: readonly string[] }[] }
  | { readonly notUnderstood: readonly string[] }

export function commandsFor(before: FrrText, after: FrrText, comparison: Comparison): Commands {
  const planned = plan({ before, after, comparison, release: { ...after.release, ...before.release } })
  if (planned.status === 'not-understood') return { notUnderstood: planned.reasons.map(redactFrrText) }
  return { steps: planned.plan.steps.map(({ daemon, lines }) => ({ daemon, lines: lines.map(redactFrrText) })) }
}

export function printCommands(commands: Commands): string {
  if ('notUnderstood' in commands) {
    const reasons = commands.notUnderstood.map((reason) => `  ${reason}\n`).join('')
    return `commands: not known; reloader-vty leaves this to its fallback, because it does not understand\n${reasons}`
  }
  return commands.steps
    .map(({ daemon, lines }) => `${daemon}:\n${lines.map((line) => `  ${line}\n`).join('')}`)
    .join('\n')
}
