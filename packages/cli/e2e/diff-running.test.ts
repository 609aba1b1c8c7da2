import { dirname } from 'node:path'
import { createLab, frrVersions, type Lab, requireLab, startFrr } from '@frrkit/frr-lab'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { configuration, type Here, makeHere } from './frrkit-here.ts'

const canRun = await requireLab()

describe.runIf(canRun).each(canRun ? await frrVersions() : [])(
  'what FRR $version runs',
  { timeout: 120_000 },
  (install) => {
    let lab: Lab
    let here: Here
    beforeAll(async () => {
      lab = await createLab({ name: 'diff-running' })
    })
    afterAll(() => lab?.stop())
    beforeEach(async () => {
      here = await makeHere()
    })
    afterEach(() => here.remove())

    test.each([
      { asked: 'vtysh', reloader: `reloader-frr-reload: {binDir: ${dirname(install.vtysh)}}` },
      { asked: 'the daemons', reloader: `reloader-vty: {vtyDir: ${install.stateDirectory}}` },
    ])('is compared by meaning, its passwords included: $asked', async ({ asked, reloader }) => {
      const neighbor =
        'password: s3cret, ebgpMultiHop: true, port: 1179, holdTime: 9s, keepaliveTime: 3s, bfdProfile: fast'
      const advertise =
        'toAdvertise: {allowed: {mode: all}, withCommunity: [{prefixes: [10.0.0.0/24], community: "65535:65281"}]}'
      const edge = configuration('edge', {
        prefixes: '10.0.0.0/24, 2001:DB8::/64',
        neighbor: `${neighbor}, ${advertise}`,
      })
      const bfd = '    bfdProfiles: [{name: fast, receiveInterval: 300, detectMultiplier: 5, minimumTtl: 254}]\n'
      await here.write('edge.yaml', edge + bfd)
      const options = ['--dir', '.', '--node-name', 'worker-1', '--config', 'frrkit.conf']
      await here.write(
        'frrkit.conf',
        `plugins: {source-file: , target-zebra: , target-bgpd: , target-bfdd: , target-raw: , ${reloader}}`,
      )
      const { stdout: config } = await here.frrkit('render', ...options, '--show-secrets')
      const frr = await startFrr(await lab.node(asked === 'vtysh' ? 'a' : 'b'), { install, config })
      const diff = () => here.frrkit('diff', ...options, '--against-running', '--pathspace', frr.pathspace)

      expect(await diff()).toEqual({ code: 0, stdout: 'nothing would change\n', stderr: '' })

      await here.write(
        'edge.yaml',
        (edge + bfd).replace('s3cret', 'hunter2').replace('10.0.0.0/24, 2', '10.0.0.0/24, 10.0.1.0/24, 2'),
      )
      expect(await diff()).toEqual({
        code: 0,
        stderr: '',
        stdout: `neighbor 192.0.2.2: the session resets: the password changes
  ~ neighbor 192.0.2.2 password (hidden)  (changed)
  + ip prefix-list 192.0.2.2-allowed-ipv4 permit 10.0.1.0/24

router
  address-family ipv4 unicast
    + network 10.0.1.0/24

3 to add, 1 to remove, 1 session reset
`,
      })
      const { stdout } = await here.frrkit(
        'diff',
        ...options,
        '--against-running',
        '--pathspace',
        frr.pathspace,
        '--commands',
      )
      expect(stdout.split('1 session reset\n')[1]).toMatch(
        /^\nbgpd:\n {2}ip prefix-list 192\.0\.2\.2-allowed-ipv4 seq \d+ permit 10\.0\.1\.0\/24\n {2}router bgp 64512\n/,
      )
      expect(stdout).toContain('  neighbor 192.0.2.2 password (hidden)\n')
      expect(stdout).toMatch(/^ +network 10\.0\.1\.0\/24$/m)
    })
  },
)
