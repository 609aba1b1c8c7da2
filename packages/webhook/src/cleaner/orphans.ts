/** An object that a daemon has written about its node. */
export type Report = { readonly name: string; readonly uid: string; readonly node: string }

/** Reports about nodes on which no daemon runs any more. */
export function orphans(reports: readonly Report[], nodes: ReadonlySet<string>): readonly Report[] {
  return reports.filter(({ node }) => !nodes.has(node))
}
