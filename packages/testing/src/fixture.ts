import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

/** Files by name, as the function under test answers them; undefined: there must be no such file. */
export type Answers = Readonly<Record<string, string | undefined>>

/**
 * One test for each folder inside `folder`, named like it: adding a case is adding a folder. `answer` reads the inputs of
 * the case and says what the other files must hold; `vitest -u` writes them, to be looked at before they are committed.
 */
export function fixtures(folder: string, answer: (path: string) => Answers | Promise<Answers>): void {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
  test.each(names)('fixtures/%s', async (name) => {
    for (const [file, text] of Object.entries(await answer(join(folder, name)))) {
      const path = join(folder, name, file)
      if (text !== undefined) await expect(text).toMatchFileSnapshot(path)
      else expect(existsSync(path), `${file} is there, and nothing answers it`).toBe(false)
    }
  })
}
