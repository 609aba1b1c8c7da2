import { describe, expect, test } from 'vitest'
import { blocksOf } from './blocks.ts'
import { commandsOf } from './commands.ts'
import { faultOf, reasons } from './declared.ts'
import { files, read } from './files.ts'
import { runPage } from './run-page.ts'
import { callsOf, unknownScripts, unknownWords } from './spoken-of.ts'

const pages = files('README.md', 'CONTRIBUTING.md', 'docs/*.md').map((page) => ({ page, blocks: blocksOf(read(page)) }))

test('every block with commands is run, or says why not (tools/check-docs/README.md says how)', () => {
  const faults = pages.flatMap(({ page, blocks }) =>
    blocks.map((block) => ({ where: `${page}:${block.line}`, fault: faultOf(block) })),
  )
  expect(faults.filter(({ fault }) => fault !== undefined)).toEqual([])
})

const runs = pages.filter(({ blocks }) =>
  blocks.some(({ language, words }) => language === 'console' && words['not-run'] === undefined),
)

test('commands that are not run ask for subcommands, flags and scripts that there are', {
  timeout: 300_000,
}, async () => {
  const notRun = pages.flatMap(({ blocks }) => blocks).filter(({ words }) => words['not-run'] !== undefined)
  const commands = notRun.flatMap((block) => commandsOf(block).map(({ text }) => text))
  // With a registry, people are in a package of their own.
  const ours = notRun.filter(({ words }) => words['not-run'] !== 'registry').flatMap(commandsOf)
  const calls = Map.groupBy(commands.flatMap(callsOf), ({ subcommand }) => subcommand)
  const unknown: string[] = []
  for (const [subcommand, group] of calls) {
    const flags = [...new Set(group.flatMap((call) => call.flags))]
    unknown.push(...(await unknownWords({ subcommand, flags })).map((word) => `frrkit ${subcommand}: ${word}`))
  }
  expect(calls.size).toBeGreaterThan(3)
  expect([...ours.flatMap(({ text }) => unknownScripts(text)), ...unknown]).toEqual([])
})

// One page after the other: some tests beside this one have real sessions, which want a processor now and then.
describe('commands print what the page shows', () => {
  test.each(runs)('$page', { timeout: 300_000 }, async ({ page, blocks }) => {
    for (const { line, words } of blocks) {
      const why = reasons[words['not-run'] ?? '']
      if (why !== undefined) console.log(`${page}:${line} is not run: ${why}`)
    }
    const ran = await runPage(blocks)
    expect(ran.map(({ command, printed }) => `$ ${command}\n${printed}`)).toEqual(
      ran.map(({ command, shown }) => `$ ${command}\n${shown}`),
    )
  })
})
