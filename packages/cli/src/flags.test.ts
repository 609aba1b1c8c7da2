import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { main } from './main.ts'

let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'frrkit-cli-'))
})
afterEach(async () => {
  vi.unstubAllEnvs()
  await rm(dir, { recursive: true })
})

function frrkit(...words: readonly string[]) {
  return frrkitUntil(Promise.resolve(), words)
}

async function frrkitUntil(end: Promise<unknown>, words: readonly string[]) {
  const written = { stdout: '', stderr: '' }
  const code = await main(words, {
    stdout: { write: (text) => (written.stdout += text) },
    stderr: { write: (text) => (written.stderr += text) },
    cwd: dir,
    ended: (signal) => end.then(() => signal),
  })
  return { code, ...written }
}

/** With frr-k8s each of these ends with exit code 1, and an unknown flag or a missing value, which Go finds, with 2. */
test.each([
  {
    flag: '--log-level=loud',
    code: 1,
    says: "'--log-level <level>' argument 'loud' is invalid. Allowed choices are all, debug, info, warn, error, none.",
  },
  { flag: '--log-level=', code: 1, says: "'--log-level <level>' argument '' is invalid." },
  {
    flag: '--always-block=10.0.0.0/8,10.0.0.0/33',
    code: 1,
    says: "'--always-block <prefixes>' argument '10.0.0.0/8,10.0.0.0/33' is invalid. 10.0.0.0/33 is not a prefix. Write prefixes such as 10.0.0.0/8 or fc00::/7.",
  },
  {
    flag: '--always-block=10.0.0.0/8,',
    code: 1,
    says: "'--always-block <prefixes>' argument '10.0.0.0/8,' is invalid. \"\" is not a prefix.",
  },
  {
    flag: '--tls-min-version=TLS12',
    code: 1,
    says: "'--tls-min-version <version>' argument 'TLS12' is invalid: there is no TLS version \"TLS12\"; known: VersionTLS10, VersionTLS11, VersionTLS12, VersionTLS13",
  },
  {
    flag: '--tls-cipher-suites=TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
    code: 1,
    says: "'--tls-cipher-suites <names>' argument 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256' is invalid: cipher suites cannot be configured with TLS 1.3; give tlsMinVersion (--tls-min-version) VersionTLS12 as well",
  },
  {
    flag: '--tls-curve-preferences=29,29',
    code: 1,
    says: "'--tls-curve-preferences <numbers>' argument '29,29' is invalid: curve 29 stands twice in the curve preferences",
  },
  {
    flag: '--bgp-debounce-timeout=3s',
    code: 1,
    says: "'--bgp-debounce-timeout <ms>' argument '3s' is invalid. Write whole milliseconds, 9999999 at most.",
  },
  {
    flag: '--debounce=soon',
    code: 1,
    says: "'--debounce <ms>' argument 'soon' is invalid. Write whole milliseconds, 9999999 at most.",
  },
  {
    flag: '--debounce=10000000',
    code: 1,
    says: "argument '10000000' is invalid. Write whole milliseconds, 9999999 at most.",
  },
  { flag: '--bgp-debounce-timeout=0', code: 1, says: "argument '0' is invalid. Write at least one millisecond." },
  {
    flag: '--bgp-debounce-timeout=-1',
    code: 1,
    says: "argument '-1' is invalid. Write whole milliseconds, 9999999 at most.",
  },
  {
    flag: '--metrics-bind-address=9140',
    code: 1,
    says: "'--metrics-bind-address <address>' argument '9140' is invalid. Write it as 127.0.0.1:7572, or 0 for none.",
  },
  {
    flag: '--health-probe-bind-address=localhost',
    code: 1,
    says: "'--health-probe-bind-address <address>' argument 'localhost' is invalid. Write it as 127.0.0.1:7572, or 0 for none.",
  },
  { flag: '--bgp-debounce-timout=3000', code: 2, says: "unknown option '--bgp-debounce-timout=3000'" },
  { flag: '--log-level', code: 2, says: "'--log-level <level>' argument missing" },
])('run $flag: $code', async ({ flag, code, says }) => {
  const ended = await frrkit('run', '--dir', '.', flag)
  expect(ended).toMatchObject({ code, stdout: '' })
  const [line] = ended.stderr.split('\n')
  expect(line).toContain(`error: `)
  expect(line).toContain(says)
})

test.each([
  { command: 'webhook', flag: '--tls-min-version=VersionTLS9', says: 'there is no TLS version "VersionTLS9"' },
  { command: 'webhook', flag: '--frrk8s-selector=a=b=c', says: "argument 'a=b=c' is invalid. b=c: the value is not" },
  { command: 'webhook', flag: '--webhook-port=https', says: 'Write a port, 0 to 65535.' },
  { command: 'metallb-publish', flag: '--tls-curve-preferences=30', says: 'there is no curve "30"' },
])('$command $flag: 1', async ({ command, flag, says }) => {
  const { code, stderr } = await frrkit(command, flag)
  expect(stderr).toContain(says)
  expect(code).toBe(1)
})

test.each([
  { command: 'check', because: 'the exit code 1 of check is an answer' },
  { command: 'diff', because: 'as is that of diff' },
])('$command: a value that means nothing ends with 2: $because', async ({ command }) => {
  expect(await frrkit(command, '--dir', '.', '--log-level=loud')).toMatchObject({ code: 2, stdout: '' })
})

test('run: what a variable says is checked like a flag, and an empty one says nothing', async () => {
  vi.stubEnv('FRR_K8S_BGP_DEBOUNCE_TIMEOUT', 'soon')
  const { code, stderr } = await frrkit('run', '--dir', '.')
  expect(stderr).toContain(
    "value 'soon' from env 'FRR_K8S_BGP_DEBOUNCE_TIMEOUT' is invalid. Write whole milliseconds, 9999999 at most.",
  )
  expect(code).toBe(1)
  for (const name of ['FRR_K8S_BGP_DEBOUNCE_TIMEOUT', 'NODE_NAME', 'NAMESPACE', 'POD_NAME', 'FRR_CONFIG_FILE'])
    vi.stubEnv(name, '')
  expect(await frrkit('run', '--dir', '.', '--vty-dir', '/nowhere')).toMatchObject({ code: 0, stderr: '' })
})

test('run: a config file that blocks what is no prefix is refused at once', async () => {
  await writeFile(join(dir, 'frrkit.yaml'), 'alwaysBlock: [10.0.0.0/8, nonsense]\nplugins: {source-file: {dir: .}}\n')
  expect(await frrkit('run', '--config', 'frrkit.yaml', '--output', 'text')).toEqual({
    code: 1,
    stdout: '',
    stderr: `File frrkit.yaml: alwaysBlock[1]: nonsense is not a prefix [merge/always-block]
help: write prefixes such as 10.0.0.0/8 or fc00::/7
`,
  })
})

test.each(['run', 'webhook', 'metallb-publish'])(
  '%s: a flag with one dash is the same, as with Go',
  async (command) => {
    const { code, stderr } = await frrkit(command, '-log-level=loud')
    expect(stderr).toContain("error: option '--log-level <level>' argument 'loud' is invalid.")
    expect(code).toBe(1)
    expect(await frrkit(command, '-help')).toMatchObject({ code: 0, stderr: '' })
  },
)

test.each([
  { case: 'the name of the node, which need not be this machine', words: ['--node-name=worker-1'], is: 'worker-1' },
  {
    case: 'the hostname, if it is said',
    words: ['--node-name=worker-1.example', '--hostname=worker-1'],
    is: 'worker-1',
  },
  { case: 'that of this machine, if nothing is known', words: [], is: hostname() },
])('render: FRR gets $case', async ({ words, is }) => {
  const { stdout } = await frrkit('render', '--dir', '.', ...words)
  expect(stdout).toContain(`hostname ${is}\n`)
})

test.each([
  { case: 'that of this machine, whatever the name of the node', words: [], is: hostname() },
  { case: 'the one that was said', words: ['--hostname=edge-1'], is: 'edge-1' },
])('run: FRR gets the hostname: $case', async ({ words, is }) => {
  const reloaded = join(dir, 'reloaded.conf')
  await writeFile(
    join(dir, 'reloader-file.mjs'),
    `import { writeFile } from 'node:fs/promises'
     export const reloaderFile = () => ({ contract: 'reloader/v1', name: 'reloader-file', reload: async (text) => {
       await writeFile('${reloaded}', text)
       return { status: 'accepted', changed: true, words: '' }
     } })`,
  )
  const plugins = `{source-file: {dir: ${dir}}, target-zebra: , status-log: , ./reloader-file.mjs: }`
  await writeFile(join(dir, 'frrkit.conf'), `plugins: ${plugins}`)
  const written = vi.waitUntil(() => readFile(reloaded, 'utf8').catch(() => ''), { timeout: 30_000 })
  const flags = ['--config', 'frrkit.conf', '--node-name=worker-1', '--log-level=debug', ...words]
  const { stdout } = await frrkitUntil(written, ['run', ...flags])
  expect(await written).toContain(`hostname ${is}\n`)
  expect(stdout).toContain('"node":"worker-1"')
})
