import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { initialState } from '../state/state.ts'
import { auditFile } from './audit-file.ts'

let confFile = ''
let dir = ''
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'audit-file-'))
  confFile = join(dir, 'frr.conf')
})
afterEach(() => rm(dir, { recursive: true }))

const parsed = { release: {}, contexts: [], filterLists: [], routeMaps: [] }
const ours = { ...initialState, verified: { text: 'ours\n', parsed } }

test.each([
  { case: 'before there is a text of ours', state: initialState, mend: true },
  { case: 'with mend: false', state: ours, mend: false },
  { case: 'while FRR itself is in question', state: { ...ours, suspect: 'a daemon began anew' }, mend: true },
  { case: 'while what FRR runs is left to them, too', state: { ...ours, drift: new Set(['+hostname a']) }, mend: true },
])('a file of somebody else stays $case', async ({ state, mend }) => {
  await writeFile(confFile, 'theirs\n')
  expect(await auditFile(state, { confFile, mend })).toEqual({ state })
  expect(await readFile(confFile, 'utf8')).toBe('theirs\n')
})

test('a file that is gone, or that somebody else has written, is told', async () => {
  const words = `${confFile} was changed by somebody else`
  const told = { state: { ...ours, overwritten: words }, notice: { kind: 'again', words } }
  expect(await auditFile(ours, { confFile, mend: true })).toEqual(told)
  await writeFile(confFile, 'theirs\n')
  expect(await auditFile(ours, { confFile, mend: true })).toEqual(told)
  await writeFile(confFile, 'ours\n')
  expect(await auditFile(ours, { confFile, mend: true })).toEqual({ state: ours })
})
