import { type Origin, ok, type Result } from '@frrkit/model'
import { compileTemplate, type OriginWriter } from './compile-template.ts'
import { lookup } from './context.ts'
import { orderTargets } from './order-targets.ts'
import { type RenderInput, render, renderTarget } from './render.ts'

/** Who asked for a line; empty where no target says so. */
export type LineOrigins = readonly Origin[]

/**
 * Who asked for each line of the frr.conf that `render` makes of the same: what `{{> origins}}` says holds to the end of the
 * section, partial or template that it stands in. For when something is wrong: it renders everything twice more.
 */
export function traceOrigins({
  model,
  targets,
}: Pick<RenderInput, 'model' | 'targets'>): Result<readonly LineOrigins[]> {
  const rendered = render({ model, targets })
  if (!rendered.ok) return rendered
  const mark = unusedIn(rendered.value)
  if (mark === undefined) return ok([])
  const lines: LineOrigins[] = []
  for (const target of orderTargets(targets)) {
    const marks = createMarks(mark)
    const { template, partials = {} } = target
    // Compiled for this once: what a section keeps of its text would hold marks of another time.
    const marked = renderTarget(target, model, compileTemplate({ template, partials, origins: marks }))
    if (!marked.ok) return marked
    lines.push(...marks.read(marked.value))
  }
  return ok(lines)
}

/** A character that raw text cannot fake. */
function unusedIn(text: string): string | undefined {
  for (let code = 0xe000; code < 0xf900; code++) {
    const mark = String.fromCharCode(code)
    if (!text.includes(mark)) return mark
  }
  return undefined
}

/** `(` and `)` around what origins may speak for, and the number of the origins where they begin to. */
function createMarks(mark: string): OriginWriter & { read(text: string): readonly LineOrigins[] } {
  const said: LineOrigins[] = []
  return {
    at: () => (inside) => {
      // A view that knows nothing of origins has none; that is at fault only where they are to be shown.
      const origins = lookup('origins', inside, new Set())
      return Array.isArray(origins) && origins.length > 0 ? `${mark}${said.push(origins) - 1}.` : ''
    },
    around: (inner) => (inside, unfilled) => `${mark}(${inner(inside, unfilled)}${mark})`,
    read(text) {
      const lines: LineOrigins[] = []
      const open: LineOrigins[] = [[]]
      let begins = true
      for (const [, what, rest = ''] of `${mark}(${text}`.matchAll(
        new RegExp(`${mark}([()]|\\d+\\.)([^${mark}]*)`, 'g'),
      )) {
        if (what === '(') open.push(open.at(-1) ?? [])
        else if (what === ')') open.pop()
        else open[open.length - 1] = said[Number.parseInt(what ?? '', 10)] ?? []
        for (const piece of rest === '' ? [] : rest.split(/(?<=\n)/)) {
          if (begins) lines.push(open.at(-1) ?? [])
          begins = piece.endsWith('\n')
        }
      }
      return lines
    },
  }
}
