import { execFile } from 'node:child_process'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { createLab, requireLab, startFrr } from '@frrkit/frr-lab'
import { expect, onTestFinished, test } from 'vitest'
import { asPattern } from './commands.ts'
import { shownCommands } from './examples-readme.ts'
import { copyExample, type Example } from './examples-shell.ts'
import { read, root } from './files.ts'

async function anExample(name: string): Promise<Example> {
  const example = await copyExample(name)
  onTestFinished(example.remove)
  return example
}

/** Exactly the commands that the README shows, one after the other, and what they print. */
async function readmeHolds({ folder, run }: Example): Promise<void> {
  const commands = shownCommands(await readFile(join(folder, 'README.md'), 'utf8'))
  expect(commands.length).toBeGreaterThan(0)
  for (const { command, prints, interrupted } of commands) {
    const pattern = asPattern(prints)
    const printed = await run(command, interrupted ? (text) => pattern.test(text) : undefined)
    // The first is for people: it shows the difference.
    if (!pattern.test(printed)) expect(`$ ${command}\n${printed}`).toBe(`$ ${command}\n${prints.join('\n')}\n`)
  }
}

test.each(['gitops', 'metallb-preview'])(
  'docs/examples/%s: the commands of its README print what it says',
  { timeout: 180_000 },
  async (name) => {
    await readmeHolds(await anExample(name))
  },
)

test('docs/examples/gitops: what its workflow runs passes where nothing is wrong', { timeout: 180_000 }, async () => {
  const { run } = await anExample('gitops')
  const workflow = read('docs/examples/gitops/.github/workflows/check.yaml')
  const [install, check = ''] = [...workflow.matchAll(/^ +- run: (.*)$/gm)].map(([, command]) => command)
  expect(install).toBe('npm install') // Of a registry; here frrkit is that of the repository.
  const [start] = shownCommands(read('docs/examples/gitops/README.md'))
  expect(await run(`${start?.command}; git update-ref refs/remotes/origin/main main`)).toBe('')
  expect(await run(`export GITHUB_BASE_REF=main; ${check}; echo "exit code $?"`)).toBe(
    [1, 2].map((i) => `worker-${i}: ok, 1 object, 1 neighbor, 1 prefix\nnothing would change\n`).join('') +
      'exit code 0\n',
  )
})

test.runIf(await requireLab())(
  'docs/examples/custom-daemon: with an FRR, it does what its README says',
  { timeout: 180_000 },
  async () => {
    const example = await anExample('custom-daemon')
    const lab = await createLab({ name: 'custom-daemon' })
    onTestFinished(() => lab.stop())
    const frr = await startFrr(await lab.node('edge-1'))
    const { configFile: confFile, pathspace, install } = frr
    await writeFile(
      join(example.folder, 'frr.json'),
      JSON.stringify({ confFile, pathspace, vtyDir: install.stateDirectory }),
    )
    await readmeHolds(example)
    expect(await frr.running()).toContain('ip route 198.51.100.0/24 reject 250')
    expect(await frr.running()).toContain('neighbor 192.0.2.2 remote-as 64513')
  },
)

test('docs/examples/custom-daemon compiles as its own tsconfig.json says', async () => {
  const { folder } = await anExample('custom-daemon')
  const own = { customConditions: ['@frrkit/source'], rewriteRelativeImportExtensions: true }
  await writeFile(
    join(folder, 'tsconfig.sources.json'),
    JSON.stringify({ extends: './tsconfig.json', compilerOptions: own }),
  )
  const compiled = promisify(execFile)(`${root}node_modules/.bin/tsc`, ['-p', join(folder, 'tsconfig.sources.json')])
  expect(
    await compiled.then(
      () => '',
      ({ stdout }) => String(stdout),
    ),
  ).toBe('')
})
