import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { describe, expect, test } from 'vitest'
import { createLab } from './lab.ts'
import { requireLab } from './require-lab.ts'
import { waitFor } from './wait-for.ts'

const timeout = 180_000

/** A process of its own that opens a lab with a running FRR, says its id, and obeys one word on its standard input. */
const owner = `
  import { createLab, startFrr } from ${JSON.stringify(new URL('./index.ts', import.meta.url).href)}
  const lab = await createLab({ name: 'interrupted' })
  await startFrr(await lab.node('a'), { daemons: ['zebra', 'bgpd'] })
  console.log(lab.id)
  process.stdin.once('data', (word) => {
    if (String(word) === 'exit') process.exit(3)
    if (String(word) === 'end') process.stdin.destroy()
    if (String(word) === 'throw') throw new Error('something went wrong')
    if (String(word) === 'listen') process.on('SIGINT', () => {}), console.log('listening')
  })
`

async function startOwner() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', owner], {
    // The machine's own FRR, whatever the tests run on: what is counted below is what that one leaves.
    env: { ...process.env, FRRKIT_FRR: '' },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const lines = createInterface(child.stdout)[Symbol.asyncIterator]()
  const { value: lab } = await lines.next()
  if (typeof lab !== 'string') throw new Error(`the owner ended early: exit code ${child.exitCode}`)
  return { child, lab, lines }
}

// Written apart from the code under test: it looks for the name wherever one could be.
function everythingNamed(lab: string): readonly string[] {
  const places = ['/run/netns', '/run/frr', '/etc/frr', '/tmp']
  const names = places.flatMap((place) => readdirSync(place).map((name) => `${place}/${name}`))
  const processes = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && commandLine(name).includes(`${lab}-`))
  return [...names.filter((name) => name.includes(lab)), ...processes.map((pid) => `process ${pid}`)]
}

function commandLine(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8')
  } catch {
    return ''
  }
}

describe.runIf(await requireLab())('the end of the owner', { timeout }, () => {
  test.each([
    { case: 'Ctrl-C', signal: 'SIGINT' as const, end: [null, 'SIGINT'] },
    { case: 'a polite end from outside', signal: 'SIGTERM' as const, end: [null, 'SIGTERM'] },
    { case: 'a closed terminal', signal: 'SIGHUP' as const, end: [null, 'SIGHUP'] },
    { case: 'process.exit', word: 'exit', end: [3, null] },
    { case: 'an error that nobody catches', word: 'throw', end: [1, null] },
    { case: 'nothing left to do, and no stop', word: 'end', end: [0, null] },
  ])('nothing is left: $case', async ({ signal, word, end }) => {
    const { child, lab } = await startOwner()
    expect(everythingNamed(lab)).toHaveLength(6)
    const exit = once(child, 'exit')
    if (signal) child.kill(signal)
    else child.stdin.write(word)
    expect(await exit).toEqual(end)
    expect(everythingNamed(lab)).toEqual([])
  })

  test('nothing is left, and the owner ends, though others listen to the signal', async () => {
    const { child, lab, lines } = await startOwner()
    child.stdin.write('listen')
    expect(await lines.next()).toMatchObject({ value: 'listening' })
    const exit = once(child, 'exit')
    child.kill('SIGINT')
    expect(await exit).toEqual([130, null])
    expect(everythingNamed(lab)).toEqual([])
  })

  test('what a killed owner leaves, the next lab removes, and no other', async () => {
    const [killed, alive] = await Promise.all([startOwner(), startOwner()])
    const exit = once(killed.child, 'exit')
    killed.child.kill('SIGKILL')
    await exit
    expect(everythingNamed(killed.lab)).toHaveLength(6)

    const next = await createLab({ name: 'next' })
    // SIGKILL reaches the orphans at once, but init has yet to bury them.
    await waitFor('the orphans to go', () => everythingNamed(killed.lab).length === 0 || undefined, { within: 60_000 })
    expect(everythingNamed(alive.lab)).toHaveLength(6)
    await next.stop()

    const end = once(alive.child, 'exit')
    alive.child.kill('SIGTERM')
    await end
    expect(everythingNamed(alive.lab)).toEqual([])
  })
})
