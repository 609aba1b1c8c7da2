import { globSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '../src/published.ts'
import { outsideEnv } from '../src/rehearse/outside-env.ts'
import { run } from '../src/run.ts'

let clone: string
const git = (...words: readonly string[]) => run('git', words, { cwd: clone })
const read = (file: string) => readFile(join(clone, file), 'utf8')
const manifest = async (folder: string) => JSON.parse(await read(`${folder}/package.json`))

/** All of the repository that a release reads or writes, as it is now, in a git repository of its own. */
beforeAll(async () => {
  clone = await mkdtemp(join(tmpdir(), 'frrkit-nx-release-'))
  const manifests = globSync('{packages,plugins,tools}/*/package.json', { cwd: root })
  for (const file of ['nx.json', 'package.json', 'package-lock.json', '.npmrc', ...manifests]) {
    await mkdir(join(clone, dirname(file)), { recursive: true })
    await cp(join(root, file), join(clone, file))
  }
  await symlink(join(root, 'node_modules'), join(clone, 'node_modules'))
  await writeFile(join(clone, '.gitignore'), 'node_modules\n.nx/*\n!.nx/version-plans/\n')
  await git('init', '--quiet', '--initial-branch=main')
  for (const [key, value] of [
    ['user.name', 'Test'],
    ['user.email', 'test@example.com'],
    ['commit.gpgsign', 'false'],
    ['tag.gpgsign', 'false'],
  ] as const)
    await git('config', key, value)
  await mkdir(join(clone, '.nx/version-plans'), { recursive: true })
  await plan('no-legacy.md', '@frrkit/model', 'major', 'A model has no `legacy` any more.')
  await plan('nameless.md', '@frrkit/target-bgpd', 'patch', 'A neighbor without a name is rendered.')
  await git('add', '--all')
  await git('commit', '--quiet', '--message', 'Before the release')
  await run(join(root, 'node_modules/.bin/nx'), ['release', '--skip-publish'], {
    cwd: clone,
    // Under `npm test`, npm would be told to write the lock file of this repository.
    env: outsideEnv(process.env, {}),
  })
}, 120_000)
afterAll(() => rm(clone, { recursive: true, force: true }))

async function plan(file: string, name: string, bump: string, words: string): Promise<void> {
  await writeFile(join(clone, '.nx/version-plans', file), `---\n'${name}': ${bump}\n---\n\n${words}\n`)
}

/** What 0.x becomes by a bump, by the rules of semver: what breaks is a minor there, anything else a patch. */
async function bumped(folder: string, bump: 'breaking' | 'other'): Promise<string> {
  const before = JSON.parse(await readFile(join(root, folder, 'package.json'), 'utf8')).version
  const [major, minor, patch] = before.split('.').map(Number)
  if (major > 0) return bump === 'breaking' ? `${major + 1}.0.0` : `${major}.${minor}.${patch + 1}`
  return bump === 'breaking' ? `0.${minor + 1}.0` : `0.${minor}.${patch + 1}`
}

test('a plan bumps its package, and a patch whatever depends on it', async () => {
  expect((await manifest('packages/model')).version).toBe(await bumped('packages/model', 'breaking'))
  for (const folder of ['plugins/target-bgpd', 'packages/daemon', 'packages/cli'])
    expect((await manifest(folder)).version, folder).toBe(await bumped(folder, 'other'))
})

test('what does not depend on it stays as it is', async () => {
  expect(await manifest('packages/api')).toEqual(
    JSON.parse(await readFile(join(root, 'packages/api/package.json'), 'utf8')),
  )
})

test('dependents ask for the new version, and what is private for whatever is there', async () => {
  const model = `^${await bumped('packages/model', 'breaking')}`
  expect((await manifest('packages/daemon')).dependencies['@frrkit/model']).toBe(model)
  expect((await manifest('plugins/target-bgpd')).peerDependencies['@frrkit/plugin']).toBe(
    `^${await bumped('packages/plugin', 'other')}`,
  )
  expect((await manifest('plugins/target-bgpd')).devDependencies['@frrkit/testing']).toBe('*')
  expect((await manifest('tools/demo')).dependencies['@frrkit/model']).toBe('*')
  expect(JSON.parse(await read('package-lock.json')).packages['packages/daemon'].dependencies['@frrkit/model']).toBe(
    model,
  )
})

test('changelogs say what the plans say', async () => {
  expect(await read('packages/model/CHANGELOG.md')).toMatch(
    /^## [0-9.]+ \([0-9-]+\)\n\n### ⚠️ {2}Breaking Changes\n\n- A model has no `legacy` any more\.$/,
  )
  const bgpd = await read('plugins/target-bgpd/CHANGELOG.md')
  expect(bgpd).toContain('### 🩹 Fixes\n\n- A neighbor without a name is rendered.\n')
  expect(bgpd).toContain(`- Updated @frrkit/model to ${await bumped('packages/model', 'breaking')}`)
})

test('the plans are used up, in one commit with a tag for each package', async () => {
  expect(await git('ls-files', '.nx')).toBe('')
  expect(await git('log', '-1', '--format=%s')).toBe('Release\n')
  const tags = (await git('tag', '--points-at', 'HEAD')).split('\n')
  expect(tags).toContain(`@frrkit/model@${await bumped('packages/model', 'breaking')}`)
  expect(tags).toContain(`@frrkit/cli@${await bumped('packages/cli', 'other')}`)
  expect(tags.some((tag) => tag.startsWith('@frrkit/api@'))).toBe(false)
  expect(await git('status', '--short')).toBe('')
})
