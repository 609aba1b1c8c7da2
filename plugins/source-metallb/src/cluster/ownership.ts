import type { Problem } from '@frrkit/model'
import { speakerProblem } from './speaker.ts'
import type { Written } from './written.ts'

/** Under this name the API server keeps account of what we write. */
export const fieldManager = 'frrkit-metallb'

/** Who may write the object: whoever takes the speaker's place hands it over by this label. */
export const ownLabels = { 'app.kubernetes.io/managed-by': 'frrkit' } as const

/** MetalLB's speaker writes under the name of its program. */
const speakers = ['speaker', 'metallb-speaker']

/** Who the FRRConfiguration of our node belongs to. */
export type Ownership = {
  /** Why it must not be touched. */
  problem(written: Written | undefined): Problem | undefined
  /** What the API server said to our last write, and what stood there before as far as we knew. */
  wrote(answer: Written | undefined, over: Written | undefined): void
}

/**
 * The label says whose object it is. What a person changes in ours is put right again; once MetalLB's speaker has written
 * over us, that one runs as well, and the two would undo each other for ever: then it stays as it is until the object is
 * handed over anew.
 */
export function createOwnership(): Ownership {
  let ours: Written | undefined
  /** The version that we wrote over: as long as the watch has that one, it says nothing new. */
  let before: string | undefined
  let lost = false
  return {
    problem(written) {
      const labelled = written?.labels['app.kubernetes.io/managed-by'] === 'frrkit'
      if (written === undefined || !labelled) [ours, lost] = [undefined, false]
      else if (written.resourceVersion !== before && isWrittenOver(written, ours)) lost = true
      if (written === undefined || (labelled && !lost)) return undefined
      const label = `kubectl label frrconfiguration ${written.name} -n ${written.namespace} app.kubernetes.io/managed-by`
      return speakerProblem(
        written,
        lost
          ? `stop MetalLB's speaker on this node; then take the label off and put it on again: ${label}- && ${label}=frrkit`
          : `stop MetalLB's speaker on this node, then hand the object over: ${label}=frrkit`,
      )
    },
    wrote(answer, over) {
      ours = answer
      before = over?.resourceVersion
    },
  }
}

/** Whether the speaker has written something since, by what the API server notes of its part. */
function isWrittenOver(written: Written, ours: Written | undefined): boolean {
  const part = partOfSpeaker(written)
  return ours !== undefined && part !== '[]' && part !== partOfSpeaker(ours)
}

function partOfSpeaker({ shares }: Written): string {
  return JSON.stringify(shares.filter(({ manager: name }) => speakers.includes(name)))
}
