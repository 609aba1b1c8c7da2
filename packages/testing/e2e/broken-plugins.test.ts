import { execFile } from 'node:child_process'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'

/** What the suites say of plugins that are broken in one way each: the author reads what to do. */
const said: Readonly<Record<string, readonly string[]>> = {
  'source of another name': ['the name that this suite was given is not its own'],
  'source that never calls changed': ['watch has not called changed as soon as it watches, within 200 ms'],
  'source that misses changes': ['watch has not called changed after a change that read shows, within 200 ms'],
  'source that watches for ever': ['watch has not ended with its signal, within 200 ms'],
  'source that reads what is new': ['read answers everything there is, not what is new'],
  'source that hears of an abort only later': [
    'watch has not ended at once when its signal had aborted before, within 200 ms',
  ],
  'source that reads nothing': [
    'set the source up with an object that it reads',
    'watch has not called changed after a change that read shows, within 200 ms',
  ],
  'kind of another API': ['give the suite objects of the kind, and the kind its apiVersion as in the objects'],
  'kind that throws at a body': ['answer failed(…) with a problem: a file may hold anything'],
  'kind that refuses without words': ['a problem names its object and a way out'],
  'kind that forgets origins': ['copy `origins` of the object to the document'],
  'kind that leaves its slot empty': ['answer with empty content, such as []'],
  'kind that keeps the order': ['sort what you collect'],
  'kind that sees no contradiction': ['objects that contradict each other must not become content'],
  'kind that names one side': ['give each side as `evidence`, with its origin'],
  'translator of no kinds': ['list the kinds that it reads'],
  'translator that makes nothing': ['give the suite objects of which something is made'],
  'translator that says not who wrote what': [
    'each object says in `origins` who wrote what',
    'remember what was made of an object, in a WeakMap',
  ],
  'translator that keeps the order': ['sort what it makes'],
  'translator that makes all anew': ['remember what was made of an object, in a WeakMap'],
  'translator that adds to what it remembers': ['what is made of an object depends on what is there now'],
  'translator of nothing': ['nobody asked for anything', 'remember what was made of an object, in a WeakMap'],
  'reloader that always says changed': ['FRR runs the good text already: say changed: false'],
  'reloader that never says changed': [
    'FRR did not run the good text before, so it changes',
    'what FRR refuses is an outcome, rejected, and no exception',
  ],
  'reloader that keeps words to itself': ["hand FRR's own words on, its users have nothing else"],
  'reloader that takes everything': [
    'FRR runs the good text already: say changed: false',
    'what FRR refuses is an outcome, rejected, and no exception',
  ],
  'reloader that never recovers': ['a refusal is over with the next text'],
  'reloader that watches for ever': ['watch has not ended with its signal, within 200 ms'],
  'target of another contract': ['build it with defineRenderTarget of @frrkit/plugin, which states the contract'],
  'target with a name that is none': ['name it like its package without the scope: lower-case words joined by hyphens'],
  'target with a misspelled tag': [
    'BUG: the view of target-x has no data for {{hostnmae}}',
    'the view fills these tags with nothing: a typo, or a fullModel that says too little',
  ],
  'target with a tag that is never filled': [
    'the view fills these tags with nothing: a typo, or a fullModel that says too little',
  ],
  'target that writes nothing': ['give the suite a fullModel that it writes something of'],
  'target whose last line does not end': ['end the template with a newline'],
  'target with a counter': [
    'the view decides by the model alone: no clock, no counter',
    'put {{> origins}} alone on its line',
  ],
  'target with an inherited tag': ['rename these tags: Mustache finds them in every object'],
  'target with origins inside of a line': ['put {{> origins}} alone on its line'],
  'reporter that knows no problems': ['report must not fail, nor change what it is told; it was told of a conflict'],
  'reporter that writes into reports': ['report must not fail, nor change what it is told; it was told of nothing yet'],
  'reporter that never returns': ['report does not return after nothing yet, within 200 ms'],
  'reporter that runs for ever': ['run has not ended with its signal, within 200 ms'],
  'reporter that hears of an abort only later': ['run has not ended with its signal, within 200 ms'],
}

test('a broken plugin fails the suite of its contract, with words that say what to do', async () => {
  const dir = await mkdtemp(join(tmpdir(), 'frrkit-broken-'))
  onTestFinished(() => rm(dir, { recursive: true }))
  const report = join(dir, 'report.json')
  const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs')
  const root = join(import.meta.dirname, '../fixtures/broken')
  const run = promisify(execFile)(
    process.execPath,
    [vitest, 'run', '--root', root, '--reporter=json', `--outputFile=${report}`],
    { cwd: root, env: { ...process.env, VITEST: undefined } },
  )
  await expect(run).rejects.toMatchObject({ code: 1 })
  expect(wordsOf(JSON.parse(await readFile(report, 'utf8')) as Report)).toEqual(said)
})

/** By plugin, each message once, without what vitest adds to it. */
function wordsOf({ testResults }: Report): Record<string, readonly string[]> {
  const words: Record<string, readonly string[]> = {}
  for (const { status, ancestorTitles, failureMessages } of testResults.flatMap((file) => file.assertionResults)) {
    const plugin = ancestorTitles[0] ?? ''
    const messages = status === 'failed' ? failureMessages.map(withoutDetails) : []
    words[plugin] = [...new Set([...(words[plugin] ?? []), ...messages])]
  }
  return words
}

function withoutDetails(message: string): string {
  const [line = ''] = message.split('\n')
  return line.replace(/^(Assertion)?Error: /, '').replace(/: expected .* to .*$/, '')
}

type Report = {
  readonly testResults: readonly {
    readonly assertionResults: readonly {
      readonly status: string
      readonly ancestorTitles: readonly string[]
      readonly failureMessages: readonly string[]
    }[]
  }[]
}
