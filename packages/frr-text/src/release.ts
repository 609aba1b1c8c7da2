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
