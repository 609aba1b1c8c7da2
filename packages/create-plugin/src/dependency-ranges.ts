import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** What a new plugin depends on is what this package was tested with: its own development dependencies. */
export async function dependencyRanges(): Promise<Readonly<Record<string, string>>> {
  const text = await readFile(join(import.meta.dirname, '../package.json'), 'utf8')
  return (JSON.parse(text) as { readonly devDependencies: Readonly<Record<string, string>> }).devDependencies
}
