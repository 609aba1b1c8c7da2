import { expect, test } from 'vitest'
import { judge, type LabFacts } from './can-run-lab.ts'

const fine: LabFacts = { platform: 'linux', root: true, frr: true, trial: undefined }

test('all there', () => {
  expect(judge(fine)).toEqual({ ok: true })
})

test.each<{ case: string; facts: Partial<LabFacts>; reason: string; fix: string }>([
  {
    case: 'another system, before anything else',
    facts: { platform: 'darwin', root: false, frr: false },
    reason: 'labs need Linux network namespaces, this is darwin',
    fix: 'run in a Linux VM or container',
  },
  {
    case: 'not root',
    facts: { root: false },
    reason: 'labs need root',
    fix: 'run as root (sudo), or in a privileged container',
  },
  {
    case: 'no FRR',
    facts: { frr: false },
    reason: 'there is no FRR',
    fix: 'apt-get install frr frr-pythontools',
  },
  {
    case: 'a container without rights',
    facts: { trial: '"ip netns add x" ended with exit code 1:\nmount --make-shared /run/netns failed' },
    reason:
      'network namespaces do not work here: "ip netns add x" ended with exit code 1:\nmount --make-shared /run/netns failed',
    fix: 'install iproute2, and in a container allow it: --privileged, or CAP_SYS_ADMIN and CAP_NET_ADMIN without a seccomp profile',
  },
])('$case', ({ facts, reason, fix }) => {
  expect(judge({ ...fine, ...facts })).toEqual({ ok: false, reason, fix })
})
