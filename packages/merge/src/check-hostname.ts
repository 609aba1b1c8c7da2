import { type NodeFacts, type Problem, say } from '@frrkit/model'
import { hostnameFault } from './text/free-text.ts'

/** The hostname comes from the machine or from the command line, and becomes a word of frr.conf like any other. */
export function checkHostname({ hostname }: Pick<NodeFacts, 'hostname'>): readonly Problem[] {
  const fault = hostnameFault(hostname)
  if (fault === undefined) return []
  return [
    {
      code: 'merge/unsafe-text',
      severity: 'error',
      subject: 'this node',
      field: 'hostname',
      reason: `${say(hostname)} ${fault}`,
      evidence: [],
      help: 'give the node a name of letters, digits, - and .',
    },
  ]
}
