import { rmSync } from 'node:fs'
import { execSync } from './exec.ts'
import { isAlive } from './proc.ts'
import { allLabs, tracesOf } from './traces.ts'

/**
 * Removes whatever exists of a lab. Synchronous, for it also runs in the exit hook; asks nobody but the machine what
 * exists, so it serves for a lab of this process as for one whose process was killed. It does what it can and does not
 * throw: whoever needs to know looks at `tracesOf` afterwards.
 */
export function removeLab(lab: string): void {
  // Processes first: a namespace whose name is gone lives on, unreachable, for as long as something runs in it.
  killAll(lab)
  const { namespaces, directories } = tracesOf(lab)
  for (const namespace of namespaces) ignoringErrors(() => execSync(['ip', 'netns', 'delete', namespace]))
  for (const directory of directories) ignoringErrors(() => rmSync(directory, { recursive: true, force: true }))
}

/** Removes the labs whose owner was killed before it could clean up. */
export function removeDeadLabs(): void {
  for (const owner of allLabs()) if (!isAlive(owner)) removeLab(owner.lab)
}

function killAll(lab: string): void {
  const deadline = performance.now() + 2000
  for (let { pids } = tracesOf(lab); pids.length > 0 && performance.now() < deadline; { pids } = tracesOf(lab)) {
    for (const pid of pids) ignoringErrors(() => process.kill(pid, 'SIGKILL'))
    // Nothing asynchronous runs in an exit hook, so this is the way to let the kernel finish.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5)
  }
}

// Another process may be removing the same dead lab, and a process may end before we kill it: both do our work for us.
function ignoringErrors(step: () => void): void {
  try {
    step()
  } catch {
    // What is still there, `tracesOf` will say.
  }
}
