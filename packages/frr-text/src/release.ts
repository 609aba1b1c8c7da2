/** Which FRR wrote a text, as far as it says so: `frr version 8.4.4`, `frr defaults traditional`. */
export type Release = {
  readonly version?: string
  /** The profile that FRR's defaults come from; FRR's own packages use `traditional`. */
  readonly defaults?: string
}

/** 10, or [10, 6]. */
export type Version = number | readonly [major: number, minor: number]

/** The releases of which something is true: those from a version on, and those before one. */
export type Releases = { readonly since?: Version; readonly before?: Version }

export function isAmong(release: Release, { since, before }: Releases): boolean {
  const isFrom = (version: Version) =>
    typeof version === 'number' ? isSince(release, version) : isSince(release, ...version)
  return (since === undefined || isFrom(since)) && (before === undefined || !isFrom(before))
}

/** The first number of the version: 8 for 8.4.4; 0 where that is not known. */
export function majorOf({ version = '' }: Release): number {
  return Number.parseInt(version, 10) || 0
}

/** Whether it is that version or a later one; one that is not known is earlier than all. */
export function isSince({ version = '' }: Release, major: number, minor = 0): boolean {
  const [itsMajor = 0, itsMinor = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  return itsMajor > major || (itsMajor === major && itsMinor >= minor)
}
