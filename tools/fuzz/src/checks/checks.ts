import { annotation } from './annotation.ts'
import { memory } from './memory.ts'
import { permutation } from './permutation.ts'
import { quarantining } from './quarantining.ts'
import { repetition } from './repetition.ts'
import { secrecy } from './secrecy.ts'
import { subset } from './subset.ts'
import { brief, telling } from './telling.ts'
import type { Check } from './trial.ts'
import { wellFormed } from './well-formed.ts'

/** What must hold in every world; FRR's own opinion is asked elsewhere, because it costs a process each time. */
export const checks: Readonly<Record<string, Check>> = {
  permutation,
  repetition,
  subset,
  telling,
  brief,
  secrecy,
  annotation,
  'well-formed': wellFormed,
  quarantining,
  memory,
}
