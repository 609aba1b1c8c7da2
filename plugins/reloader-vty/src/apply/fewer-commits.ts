/**
 * The lines of a batch without those that only leave a route-map for the next one, which FRR takes from inside as well. A batch
 * is committed at every line that is none of its configuration trees', `exit` among them, and for 8.4 each commit goes through
 * all that is there: the route-maps of a hundred neighbors take it eight seconds with them, and a tenth of one without.
 */
export function withFewerCommits(lines: readonly string[]): readonly string[] {
  let inRouteMap = false
  return lines.filter((line, i) => {
    const leaves = line === 'exit' && inRouteMap
    if (leaves && isRouteMap(lines[i + 1])) return false
    inRouteMap = isRouteMap(line) || (inRouteMap && !leaves)
    return true
  })
}

function isRouteMap(line: string | undefined): boolean {
  return line?.startsWith('route-map ') === true
}
