import { type Origin, objectName, visible } from '@frrkit/model'
import type { OriginWriter } from './compile-template.ts'
import { lookup } from './context.ts'

/** vtysh reads lines into a buffer of 4096 bytes and would take the rest of a longer one for a command. */
const longest = 1000

/**
 * One comment line for each origin: what `{{> origins}}` writes in an annotated frr.conf. FRR and its reload script
 * skip lines that begin with `!` wherever they stand, so the configuration is the same.
 */
export function annotate(origins: unknown, indentation: string): string {
  if (!Array.isArray(origins)) return ''
  return (origins as readonly Origin[]).map((origin) => `${indentation}! ${line(origin)}\n`).join('')
}

/** What `{{> origins}}` stands for in an annotated frr.conf. */
export const commentLines: OriginWriter = {
  at: (indentation) => (inside, unfilled) => annotate(lookup('origins', inside, unfilled), indentation),
}

function line({ object, path, at }: Origin): string {
  const file = at === undefined ? object.file : `${at.file}:${at.line}:${at.column}`
  const words = [objectName(object), path, file && `(${file})`].filter(Boolean).join('  ')
  // The name of a file may hold anything; a line break in it would end the comment and begin a command.
  return visible(words).slice(0, longest)
}
