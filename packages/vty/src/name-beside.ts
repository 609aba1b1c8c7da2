import { randomUUID } from 'node:crypto'
import { lstatSync, readdirSync, rmSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** For a file that shall take the place of another one: nobody else has it, whoever is at work in that folder. */
export function nameBeside(file: string): string {
  return `${file}.${randomUUID().slice(-12)}.frrkit`
}

/**
 * Milliseconds after which a file beside another one has nobody who waits to give it its place: that takes no longer than FRR
 * takes for a change. Process ids would tell nothing, as a folder may be shared by containers.
 */
const leftAfter = 3_600_000

const lookedAt = new Map<string, number>()

/** What killed processes have left behind, which is looked for once an hour. */
export function removeLeftovers(file: string, now: number = Date.now()): void {
  if (now - (lookedAt.get(file) ?? Number.NEGATIVE_INFINITY) < leftAfter) return
  lookedAt.set(file, now)
  const [folder, name] = [dirname(file), basename(file)]
  try {
    for (const other of readdirSync(folder)) if (isBeside(other, name)) removeIfOld(join(folder, other), now)
  } catch {
    // Somebody else was faster, or may do what we may not.
  }
}

function isBeside(other: string, name: string): boolean {
  return other.startsWith(`${name}.`) && /^[\da-f]{12}\.frrkit$/.test(other.slice(name.length + 1))
}

function removeIfOld(path: string, now: number): void {
  const there = lstatSync(path)
  if (there.isFile() && now - there.mtimeMs > leftAfter) rmSync(path, { force: true })
}
