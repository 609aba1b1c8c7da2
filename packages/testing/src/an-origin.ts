import type { ObjectRef, Origin } from '@frrkit/model'

/** An FRRConfiguration of the namespace `frr-system`. */
export function anObject(overrides: Partial<ObjectRef> = {}): ObjectRef {
  return { kind: 'FRRConfiguration', namespace: 'frr-system', name: 'edge', ...overrides }
}

/** Where a value was written: the path is what tests differ in. */
export function anOrigin(path = 'spec', overrides: Partial<ObjectRef> = {}): Origin {
  return { object: anObject(overrides), path }
}
