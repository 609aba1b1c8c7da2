import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { main } from '../src/main.ts'

/** A folder of its own, and the command line run in it, in this process. */
export type Here = {
  readonly dir: string
  write(file: string, text: string): Promise<void>
  frrkit(
    ...words: readonly string[]
  ): Promise<{ readonly code: number; readonly stdout: string; readonly stderr: string }>
  remove(): Promise<void>
}

export async function makeHere(): Promise<Here> {
  const dir = await mkdtemp(join(tmpdir(), 'frrkit-cli-'))
  return {
    dir,
    write: (file, text) => writeFile(join(dir, file), text),
    async frrkit(...words) {
      const written = { stdout: '', stderr: '' }
      const code = await main(words, {
        stdout: { write: (text) => (written.stdout += text) },
        stderr: { write: (text) => (written.stderr += text) },
        cwd: dir,
        ended: () => Promise.resolve('SIGTERM'),
      })
      return { code, ...written }
    },
    remove: () => rm(dir, { recursive: true }),
  }
}

/** An object with one router and one neighbor, as people write it. */
export function configuration(
  name: string,
  {
    neighbor = '',
    prefixes = '',
    rest = '',
  }: { readonly neighbor?: string; readonly prefixes?: string; readonly rest?: string },
): string {
  return `apiVersion: frrk8s.metallb.io/v1beta1
kind: FRRConfiguration
metadata: {name: ${name}, namespace: frr-system}
spec:
${rest}  bgp:
    routers:
    - asn: 64512
      prefixes: [${prefixes}]
      neighbors: [{address: 192.0.2.2, asn: 64513${neighbor && `, ${neighbor}`}}]
`
}
