import { readFile } from 'node:fs/promises'

/** The kernel counts in hundredths of a second here, whatever it does inside. */
const ticks = 100

/** Seconds of a processor that a process has had so far: on a busy machine they say what the clock cannot. */
export async function processorTime(pid: number | undefined): Promise<number> {
  const stat = await readFile(`/proc/${pid}/stat`, 'utf8')
  // The name before them may have spaces and parentheses of its own.
  const [user, system] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 13)
  return (Number(user) + Number(system)) / ticks
}
