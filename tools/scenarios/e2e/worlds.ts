import { type FrrInstall, frrVersions, requireLab } from '@frrkit/frr-lab'
import { type Cut, whole } from '../src/split.ts'

export type Variant = {
  readonly install: FrrInstall
  readonly version: string
  readonly as: string
  /** How a scenario's content is written: as its cut, or whole. */
  readonly written: (cut: Cut) => Cut
}

/** With a real FRR here, the machine's own and those beside it; otherwise none. */
export const canRun: boolean = await requireLab()
export const installs: readonly FrrInstall[] = canRun ? await frrVersions() : []

/**
 * Each scenario about routes runs twice: whole with the oldest FRR, and cut into several objects with the newest. What objects
 * mean together does not depend on the FRR, so that neither needs the other's.
 */
export const variants: readonly Variant[] = [
  { install: installs[0], as: 'in one object', written: () => whole },
  { install: installs.at(-1), as: 'cut into several', written: (cut: Cut) => cut },
].flatMap(({ install, ...rest }) => (install ? [{ install, version: install.version, ...rest }] : []))
