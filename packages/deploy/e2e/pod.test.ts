import { execFile } from 'node:child_process'
import { copyFile, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { requireLab } from '@frrkit/frr-lab'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { renderChart } from '../src/render-chart.ts'

// The first call of helm or kubectl on a machine unpacks it, which takes seconds.
vi.setConfig({ testTimeout: 60_000 })

const run = promisify(execFile)

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'frrkit-pod-'))
})
afterEach(() => rm(folder, { recursive: true }))

const containers = async (values = {}) => {
  const daemons = (await renderChart(values)).find(({ kind }) => kind === 'DaemonSet')
  return Object(daemons?.spec).template.spec.containers
}

test.each([
  { case: 'all daemons run', vtysh: 'echo " zebra bgpd watchfrr staticd bfdd"', code: 0 },
  { case: 'one more than needed', vtysh: 'echo " mgmtd zebra bgpd watchfrr staticd bfdd"', code: 0 },
  { case: 'bgpd is missing', vtysh: 'echo " zebra watchfrr staticd bfdd"', code: 1 },
  { case: 'another daemon has its name in its own', vtysh: 'echo " zebra bgpd-old watchfrr staticd bfdd"', code: 1 },
  { case: 'vtysh finds no FRR', vtysh: 'exit 1', code: 1 },
])('the probe of the FRR container: $case', async ({ vtysh, code }) => {
  const [, frr] = await containers()
  const [program, ...words] = frr.livenessProbe.exec.command as [string, ...string[]]
  await writeFile(join(folder, 'vtysh'), `#!/bin/sh\n${vtysh}\n`, { mode: 0o755 })
  const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` }
  const ended = await run(program, words, { env }).then(
    () => 0,
    (error: { code: number }) => error.code,
  )
  expect(ended).toBe(code)
})

/**
 * A process of another container is, to the kernel, one in another mount namespace: `watchfrr` here is `sleep`, and sees
 * another program under the name of vtysh.
 */
const inPod = `
set -e
unshare --mount sh -c 'mount --bind theirs vtysh && exec ./watchfrr 5' &
until [ "$(cat /proc/$!/comm)" = watchfrr ]; do :; done
exec setpriv --inh-caps=-all --bounding-set=-all"$CAPABILITIES" "$PWD/vtysh" -c 'show version'
`

/** What the program said, or the code with which it ended. */
function enter(capabilities: readonly string[]): Promise<string | number> {
  const env = { ...process.env, CAPABILITIES: capabilities.map((name) => `,+${name.toLowerCase()}`).join('') }
  const alone = ['--pid', '--fork', '--kill-child', '--mount-proc', 'sh', '-c', inPod]
  return run('unshare', alone, { cwd: folder, env }).then(
    ({ stdout }) => stdout,
    (error: { code: number }) => error.code,
  )
}

describe.runIf(await requireLab())('the way into the container of FRR', () => {
  beforeEach(async () => {
    await copyFile(fileURLToPath(new URL('../image/in-frr', import.meta.url)), join(folder, 'vtysh'))
    await writeFile(join(folder, 'theirs'), '#!/bin/sh\necho "theirs: $*"\n', { mode: 0o755 })
    await copyFile('/bin/sleep', join(folder, 'watchfrr'))
  })

  test('the capabilities of the chart suffice, and the last two of them are needed for it', async () => {
    const [controller] = await containers()
    const granted = controller.securityContext.capabilities.add as readonly string[]
    expect(granted).toEqual(['CHOWN', 'DAC_OVERRIDE', 'SYS_CHROOT', 'SYS_PTRACE'])
    expect(await enter(granted)).toBe('theirs: -c show version\n')
    expect(await enter(granted.filter((name) => name !== 'SYS_CHROOT'))).toBe(125)
    expect(await enter(granted.filter((name) => name !== 'SYS_PTRACE'))).toBe(125)
  })

  test('without FRR it says so', async () => {
    const vtysh = join(folder, 'vtysh')
    const alone = run('unshare', ['--pid', '--fork', '--mount-proc', vtysh, '-c', 'show version'])
    await expect(alone).rejects.toMatchObject({ code: 1, stderr: `${vtysh}: FRR does not run in this pod\n` })
  })
})

test('without root the daemon has no capability at all', async () => {
  const [controller] = await containers({ frrk8s: { rootless: true } })
  expect(controller.securityContext).toEqual({
    allowPrivilegeEscalation: false,
    readOnlyRootFilesystem: true,
    runAsNonRoot: true,
    runAsUser: 100,
    runAsGroup: 101,
    capabilities: { drop: ['ALL'] },
  })
})
