import type { LabelSelector } from '@frrkit/api'
import { type Problem, selectorFaults, selects } from '@frrkit/model'
import { type Of, problemIn } from './problem.ts'

/** Selectors of a field that mean nothing. */
export function checkSelectors(of: Of, path: string, selectors: readonly LabelSelector[] = []): readonly Problem[] {
  return selectors.flatMap((selector, i) =>
    selectorFaults(selector).map(({ field, ...words }) =>
      problemIn(of, `${path}[${i}].${field}`, { code: 'metallb/selector', ...words }),
    ),
  )
}

/** Whether something with these labels is meant: one selector has to match; no selectors mean everything. */
export function isSelected(
  selectors: readonly LabelSelector[] = [],
  labels: Readonly<Record<string, string>>,
): boolean {
  return selectors.length === 0 || selectors.some((selector) => selects(selector, labels))
}
