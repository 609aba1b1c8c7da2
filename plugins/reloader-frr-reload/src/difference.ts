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

/** Entries that FRR took without a complaint and shows not at all, or as something else: default values, other spellings. */
export type Harmless = { readonly add: Set<string>; readonly remove: Set<string> }

export function nothingHarmless(): Harmless {
  return { add: new Set(), remove: new Set() }
}

/**
 * The same without entries that are known to mean nothing. What FRR shows for a line in its own words is what that line
 * meant: once the line is no more wanted, it has to go.
 */
export function withoutHarmless({ add, remove }: Difference, harmless: Harmless): Difference {
  const unwanted = [...harmless.add].filter((entry) => !add.includes(entry))
  for (const entry of unwanted) harmless.add.delete(entry)
  if (unwanted.length > 0) harmless.remove.clear()
  return {
    add: add.filter((entry) => !harmless.add.has(entry) && !isNeverEqual(entry)),
    remove: remove.filter((entry) => !harmless.remove.has(entry) && !isNeverEqual(entry)),
  }
}

// Every daemon has its own hostname and vtysh yet another one, so the script never finds it equal.
function isNeverEqual(entry: string): boolean {
  return /^(no )?hostname\b/.test(entry)
}
