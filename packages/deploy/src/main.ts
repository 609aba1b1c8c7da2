import { mkdir, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { chartOutputs, overlayOutputs, root } from './outputs.ts'

// The overlays are read from where the first write has put their parts.
for (const outputs of [chartOutputs, overlayOutputs]) {
  for (const [file, text] of Object.entries(await outputs())) {
    await mkdir(dirname(root + file), { recursive: true })
    await writeFile(root + file, text)
    process.stdout.write(`${file}\n`)
  }
}
