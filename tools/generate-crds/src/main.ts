import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { outputs } from './outputs.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

for (const [file, text] of Object.entries(outputs())) {
  await mkdir(dirname(root + file), { recursive: true })
  await writeFile(root + file, text)
  console.log(file)
}
