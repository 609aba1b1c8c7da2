import { closeSync, fsyncSync, ftruncateSync, openSync, readFileSync, writeSync } from 'node:fs'

/**
 * For a file that no other can take the place of, as it is mounted by itself. Throws if it cannot be written; what was there
 * before is there again then, as far as there is room.
 */
export function writeInPlace(path: string, text: string): void {
  const before = readFileSync(path)
  const file = openSync(path, 'r+')
  try {
    try {
      replace(file, Buffer.from(text))
    } catch (error) {
      replace(file, before)
      throw error
    }
  } finally {
    closeSync(file)
  }
}

/** What is already there is written over before anything is cut off: of a shorter text, no byte can be missing for want of room. */
function replace(file: number, bytes: Buffer): void {
  for (let written = 0; written < bytes.length; ) {
    written += writeSync(file, bytes, written, bytes.length - written, written)
  }
  ftruncateSync(file, bytes.length)
  fsyncSync(file)
}
