/**
 * What `frr-reload.py --test` finds. An entry is a line of frr.conf with the lines of its context above it, as text:
 * `router bgp 65001\n neighbor 192.0.2.1 port 179`.
 */
export type Difference = {
  /** Wanted, and not shown by FRR. */
  readonly add: readonly string[]
  /** Shown by FRR, and not wanted; written as the commands that remove it. */
  readonly remove: readonly string[]
}

export function parseDifference(stdout: string): Difference {
  const sections = { add: [] as string[], remove: [] as string[] }
  let section: string[] | undefined
  for (const line of stdout.split('\n')) {
    if (line === 'Lines To Delete') section = sections.remove
    else if (line === 'Lines To Add') section = sections.add
    else if (line === '' || /^=+$/.test(line)) continue
    else if (line.startsWith(' ') && section?.length) section.push(`${section.pop()}\n${line.trimEnd()}`)
    else section?.push(line.trimEnd())
  }
  return sections
}

/** The same without entries that are known to mean nothing. */
export function withoutHarmless({ add, remove }: Difference, harmless: ReadonlySet<string>): Difference {
  const matters = (entry: string): boolean => !harmless.has(entry) && !isNeverEqual(entry)
  return { add: add.filter(matters), remove: remove.filter(matters) }
}

// Every daemon has its own hostname and vtysh yet another one, so the script never finds it equal.
function isNeverEqual(entry: string): boolean {
  return /^(no )?hostname\b/.test(entry)
}
