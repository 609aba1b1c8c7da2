import { requireLab } from '@frrkit/frr-lab'
import { describe, expect, test } from 'vitest'
import { runDemo } from './run-demo.ts'
import { tracesOf } from './traces.ts'

describe.runIf(await requireLab())('the demo', { timeout: 120_000 }, () => {
  test('shows the objects, the merge, the session, a change and a conflict, and leaves nothing behind', async () => {
    const demo = runDemo()
    const { code, output } = await demo.ended()
    expect(output).toMatch(
      /^ {2}node-selector\.yaml +FRRConfiguration \S+\/sample-node-selector +no, it selects foo=bar$/m,
    )
    expect(output).toMatch(
      /^ {4}neighbor 172\.18\.0\.5 \(AS 64512\) +frr-k8s-system\/example, metallb-system\/metallb-node-a$/m,
    )
    expect(output).toMatch(/^ {2}\+ +neighbor 172\.18\.0\.5 remote-as 64512$/m)
    expect(output).toMatch(/^ {2}172\.18\.0\.5 +Established +2 +2 +\d+\.\d s$/m)
    expect(output).toMatch(
      /^ {2}192\.168\.10\.100\/32 +198\.51\.100\.0\/24\n {2}192\.168\.100\.0\/24 +203\.0\.113\.0\/24$/m,
    )
    expect(output).toContain('192.169.101.0/24 stays at home')
    expect(output).toMatch(/^ {2}192\.168\.10\.101\/32 at tor +after \d+\.\d\d s$/m)
    expect(output).toContain('it did not flap')
    expect(output).toMatch(
      / {2}64512 +FRRConfiguration frr-k8s-system\/example .*\(quickstart\/example\.yaml:\d+:\d+\)$/m,
    )
    expect(output).toMatch(
      / {2}64999 +FRRConfiguration team-b\/contradiction .*\(quickstart\/contradiction\.yaml:8:\d+\)$/m,
    )
    expect(output).toContain('FRR runs what it ran before')
    expect(code).toBe(0)
    expect(tracesOf(demo.pid)).toEqual([])
  })

  test.each([
    { signal: 'SIGINT', after: 'The session', code: 130 },
    { signal: 'SIGTERM', after: 'frrkit:', code: 143 },
  ] as const)('$signal after "$after" ends it, and nothing is left behind', async ({ signal, after, code }) => {
    const demo = runDemo()
    await demo.printed(after)
    demo.child.kill(signal)
    // In a terminal the same Ctrl-C comes twice: directly, and once more through npm.
    demo.child.kill(signal)
    const ended = await demo.ended()
    expect(ended.output).toContain(`ended by ${signal}: cleaning up`)
    expect(ended.output).not.toContain('Done in')
    expect(ended.code).toBe(code)
    expect(tracesOf(demo.pid)).toEqual([])
  })
})
