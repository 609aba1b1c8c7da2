import { readFile } from 'node:fs/promises'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'

/** Whom npm trusts by its setting `cafile`, this process trusts from now on: the registry asks others in npm's place. */
export async function trustAsNpm(cafile: string): Promise<void> {
  // npm prints what is not set as a word.
  if (['', 'null', 'undefined'].includes(cafile)) return
  setDefaultCACertificates([...getCACertificates('default'), await readFile(cafile, 'utf8')])
}
