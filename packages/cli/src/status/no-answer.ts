import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Problem } from '@frrkit/model'
import { daemonsWithSocket, type VtyError, type VtyPlaces } from '@frrkit/vty'

/** Says who did not answer, why, and what to do about it; one problem where FRR as a whole is away. */
export async function noAnswer(errors: readonly VtyError[], places: VtyPlaces): Promise<readonly Problem[]> {
  const [first] = errors
  if (first === undefined) return []
  const there = await daemonsWithSocket(places).catch(() => [])
  const known = there.length > 0 || first.reason !== 'absent' || isForbidden(first)
  if (known) return errors.map((error) => problem(error.daemon, error.words, helpFor(error)))
  const others = await pathspaces(places)
  const where = 'run it where FRR runs, in the same container, or name the folder of its sockets: --vty-dir <folder>'
  return [problem('FRR', first.words, others.length === 0 ? where : `choose one: ${others.join(', ')}`)]
}

function isForbidden({ words }: VtyError): boolean {
  return words.includes('frrvty')
}

function helpFor(error: VtyError): string {
  const { daemon, reason } = error
  if (isForbidden(error)) return 'run it as root, or as a user of the group frrvty'
  if (reason === 'absent') return `start ${daemon}: ${daemon}=yes in /etc/frr/daemons, then restart FRR`
  return `see what ${daemon} has logged; it may hang, or be starting`
}

function problem(subject: string, reason: string, help: string): Problem {
  return { code: 'cli/no-answer', severity: 'error', subject, field: '', reason, evidence: [], help }
}

/** The other FRRs of this machine, as options that would choose them. */
async function pathspaces({ vtyDir = '/run/frr', pathspace }: VtyPlaces): Promise<readonly string[]> {
  const names = await namesIn(vtyDir)
  const found: string[] = []
  for (const name of names.filter((other) => other !== pathspace)) {
    if ((await namesIn(join(vtyDir, name))).includes('bgpd.vty')) found.push(`--pathspace ${name}`)
  }
  return [...(names.includes('bgpd.vty') ? ['no --pathspace'] : []), ...found.toSorted()].slice(0, 5)
}

function namesIn(folder: string): Promise<readonly string[]> {
  // What is no folder, or not ours to read, has no socket for us.
  return readdir(folder).catch(() => [])
}
