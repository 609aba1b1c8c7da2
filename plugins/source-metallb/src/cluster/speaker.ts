import { compareText, type Problem } from '@frrkit/model'
import { problemIn } from '../check/problem.ts'
import type { Written } from './written.ts'

/** Two who announce the same services, each in its own way and time: nobody could say which one counts. */
export function speakerProblem({ namespace, name, shares }: Written, help: string): Problem {
  const writers = [...new Set(shares.map(({ manager }) => manager))].toSorted(compareText)
  return problemIn({ object: { kind: 'FRRConfiguration', namespace, name } }, 'metadata.managedFields', {
    code: 'metallb/speaker',
    reason: "somebody else translates MetalLB's objects for this node as well",
    says: `written by ${writers.join(', ') || 'somebody who leaves no name'}`,
    help,
  })
}
