import type { Problem } from '@frrkit/model'
import type { RenderTarget } from '@frrkit/plugin'
import type { Refusal } from './compile-template.ts'

/** The template cannot be used at all, whatever the model. */
export function brokenTemplate({ name }: RenderTarget, { part, reason }: Refusal): Problem {
  return {
    code: 'render/template',
    severity: 'error',
    subject: `target ${name}`,
    field: part,
    reason,
    evidence: [],
    help: `mend the template of ${name}, or leave the target out`,
  }
}

/** The template asks for something that the view does not know. */
export function unfilledTag({ name }: RenderTarget, tag: string): Problem {
  return {
    code: 'render/unfilled-tag',
    severity: 'error',
    subject: `target ${name}`,
    field: `{{${tag}}}`,
    reason: 'the view has no text, number or section of this name',
    evidence: [],
    help: `correct the tag, or let the view of ${name} answer it, with undefined where there is nothing to write`,
  }
}
