import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { failed, ok, type Problem, type Result } from '@frrkit/model'
import { reasonOf } from './reason-of.ts'

/** A folder as a commit has it, in a place of its own. */
export type CommittedFolder = {
  readonly dir: string
  /** Problems name the files as git does (`HEAD~1:edge.yaml`), not where they are for the moment. */
  rename(problems: readonly Problem[]): readonly Problem[]
}

const run = promisify(execFile)

/** Lends out a folder of that commit; it is gone when `use` has ended, however it ends. Nothing in the repository changes. */
export async function withCommit<T>(
  { dir, revision }: { readonly dir: string; readonly revision: string },
  use: (folder: CommittedFolder) => Promise<Result<T>>,
): Promise<Result<T>> {
  const folder = await mkdtemp(join(tmpdir(), 'frrkit-commit-'))
  try {
    const written = await writeFiles(dir, revision, folder)
    if (!written.ok) return written
    return await use({
      dir: folder,
      rename: (problems) => problems.map((problem) => renamed(problem, folder, revision)),
    })
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeFiles(dir: string, revision: string, into: string): Promise<Result<void>> {
  const git = gitIn(dir)
  try {
    // A revision that looks like an option must not become one.
    const commit = await git(['rev-parse', '--verify', '--quiet', '--end-of-options', `${revision}^{commit}`])
    const listed = await git(['ls-tree', '--full-tree', '-z', `${commit.toString().trim()}:./`])
    const files = listed.toString().split('\0').flatMap(readEntry)
    const contents = splitBatch(await git(['cat-file', '--batch'], files.map(({ hash }) => `${hash}\n`).join('')))
    await Promise.all(files.map(({ name }, i) => writeFile(join(into, name), contents[i] ?? '')))
    return ok(undefined)
  } catch (error) {
    return failed({
      code: 'cli/commit',
      severity: 'error',
      subject: `commit ${revision}`,
      field: '',
      reason: reasonOf(error).replace(/^Command failed: git .*/s, `git does not know it in ${dir}`),
      evidence: [],
      help: 'name a commit, branch or tag of the repository that holds the folder, and in which the folder exists',
    })
  }
}

function gitIn(dir: string): (words: readonly string[], input?: string) => Promise<Buffer> {
  return async (words, input) => {
    const asked = run('git', ['-C', dir, ...words], { maxBuffer: 1 << 28, encoding: 'buffer' })
    // A git that ends before it has read says why on stderr; that nobody listens any more is no news.
    asked.child.stdin?.on('error', () => {})
    if (input !== undefined) asked.child.stdin?.end(input)
    return (await asked).stdout
  }
}

/** A line of `git ls-tree`, if it is a file that a source could read. */
function readEntry(entry: string): readonly { readonly name: string; readonly hash: string }[] {
  const [, hash, name] = /^100\d+ blob (\w+)\t([^/]+)$/s.exec(entry) ?? []
  return hash !== undefined && name !== undefined ? [{ name, hash }] : []
}

/** `git cat-file --batch` answers `<hash> blob <size>`, the bytes, and a line feed, for each. */
function splitBatch(bytes: Buffer): readonly Buffer[] {
  const contents: Buffer[] = []
  for (let at = 0; at < bytes.length; ) {
    const end = bytes.indexOf('\n', at)
    const size = Number(bytes.subarray(at, end).toString().split(' ')[2])
    contents.push(bytes.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return contents
}

function renamed(problem: Problem, folder: string, revision: string): Problem {
  const rename = (text: string) => text.replaceAll(`${folder}/`, `${revision}:`).replaceAll(folder, `${revision}:`)
  return {
    ...problem,
    subject: rename(problem.subject),
    evidence: problem.evidence.map(({ says, origin }) => ({
      says,
      origin: {
        ...origin,
        object: {
          ...origin.object,
          name: rename(origin.object.name),
          ...(origin.object.file && { file: rename(origin.object.file) }),
        },
        ...(origin.at && { at: { ...origin.at, file: rename(origin.at.file) } }),
      },
    })),
  }
}
