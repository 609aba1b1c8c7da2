import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Places } from './places.ts'

/** Makes the work folder, hands it over, and removes it, whatever happened; also what a killed process left behind. */
export async function withWorkDir<T>(places: Places, work: () => Promise<T>): Promise<T> {
  const { workDir, pathspace } = places
  await rm(workDir, { recursive: true, force: true })
  await mkdir(workDir, { mode: 0o700 })
  try {
    // Without the file vtysh complains, and with a pathspace it looks one folder further down.
    const vtyshDir = join(workDir, pathspace ?? '')
    await mkdir(vtyshDir, { recursive: true, mode: 0o700 })
    await writePrivate(join(vtyshDir, 'vtysh.conf'), 'service integrated-vtysh-config\n')
    return await work()
  } finally {
    await rm(workDir, { recursive: true, force: true })
  }
}

/** Writes a file of the work folder and answers its path. */
export async function writeWork({ workDir }: Places, name: string, text: string): Promise<string> {
  const path = join(workDir, name)
  await writePrivate(path, text)
  return path
}

async function writePrivate(path: string, text: string): Promise<void> {
  const file = await open(path, 'w', 0o600)
  try {
    await file.writeFile(text)
    // Otherwise a power cut after the rename can leave an empty file behind.
    await file.sync()
  } finally {
    await file.close()
  }
}
