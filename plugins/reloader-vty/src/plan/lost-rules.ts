import { isSince, type Release, slotOf } from '@frrkit/frr-text'

/** What FRR keeps in different places, for values of one command. */
const shapes: readonly { readonly command: string; readonly shape: (value: string) => string }[] = [
  { command: 'set metric ', shape: (value) => value.replace(/\d+/, 'N') },
  { command: 'set community ', shape: (value) => String(value === 'none') },
  { command: 'set large-community ', shape: (value) => String(value === 'none') },
  { command: 'set as-path prepend ', shape: (value) => String(value.startsWith('last-as ')) },
  { command: 'match peer ', shape: (value) => (value.includes(':') ? 'IPv6' : String(/^\d/.test(value))) },
]

/**
 * The lines of an entry of a route-map that must have gone before others take their place. bgpd of 8.4 makes the rule of the new value,
 * and then takes back the old one's, which is the same to it: it shows the line, and does nothing. So it does where both are in one
 * commit, whatever is said between them.
 */
export function linesInTheWay(
  before: readonly string[],
  after: readonly string[],
  release: Release,
): ReadonlySet<string> {
  if (isSince(release, 10, 3)) return new Set()
  const shapesAfter = new Map(after.map((line) => [slotOf('route-map', line), shapeOf(line)]))
  return new Set(
    before.filter((line) => {
      const [had, has] = [shapeOf(line), shapesAfter.get(slotOf('route-map', line))]
      return had !== undefined && has !== undefined && had !== has
    }),
  )
}

function shapeOf(line: string): string | undefined {
  const found = shapes.find(({ command }) => line.startsWith(command))
  return found?.shape(line.slice(found.command.length))
}
