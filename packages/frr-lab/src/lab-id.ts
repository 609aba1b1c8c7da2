/**
 * The name of a lab says which process owns it, so that a later run can tell what a killed run left behind. The pid alone
 * does not do: it is used again, and in a container it is nearly always the same few numbers.
 */
export type LabOwner = {
  readonly pid: number
  /** When the process started, in clock ticks since boot (field 22 of /proc/PID/stat). */
  readonly startTicks: number
}

/** Short, because FRR takes a namespace for a VRF (`zebra -n`) only while its name has fewer than 36 letters. */
export function labId({ pid, startTicks }: LabOwner, number: number): string {
  return `fk-${pid.toString(36)}-${startTicks.toString(36)}-${number.toString(36)}`
}

/** The namespace of a node, which is also its FRR pathspace: unique on this machine, unlike the node's own name. */
export function namespaceOf(lab: string, node: string): string {
  // bgpd prints the name in JSON and vtysh takes it as a path, so the letters are the ones that need no quoting.
  if (!/^[a-z][a-z0-9-]{0,11}$/.test(node)) {
    throw new Error(`a node's name is 1 to 12 of a-z, 0-9 and "-", beginning with a letter; got "${node}"`)
  }
  return `${lab}-${node}`
}

export type LabName = LabOwner & { readonly lab: string; readonly node?: string }

/** Reads the name of a namespace or directory; `undefined` when no lab made it. */
export function parseLabName(name: string): LabName | undefined {
  const match = /^(fk-([0-9a-z]+)-([0-9a-z]+)-[0-9a-z]+)(?:-([a-z][a-z0-9-]*))?$/.exec(name)
  const [, lab, pid, startTicks, node] = match ?? []
  if (lab === undefined || pid === undefined || startTicks === undefined) return undefined
  return { lab, pid: parseInt(pid, 36), startTicks: parseInt(startTicks, 36), ...(node !== undefined && { node }) }
}
