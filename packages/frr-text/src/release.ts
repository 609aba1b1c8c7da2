/** Which FRR wrote a text, as far as it says so: `frr version 8.4.4`, `frr defaults traditional`. */
export type Release = {
  readonly version?: string
  /** The profile that FRR's defaults come from; FRR's own packages use `traditional`. */
  readonly defaults?: string
}

/** The first number of the version: 8 for 8.4.4. */
export function majorOf({ version }: Release): number | undefined {
  const major = Number.parseInt(version ?? '', 10)
  return Number.isNaN(major) ? undefined : major
}

/** Whether it is that version or a later one; one that is not known is none. */
export function isSince({ version = '' }: Release, major: number, minor = 0): boolean {
  const [itsMajor = 0, itsMinor = 0] = version.split('.').map((part) => Number.parseInt(part, 10) || 0)
  return itsMajor > major || (itsMajor === major && itsMinor >= minor)
}
