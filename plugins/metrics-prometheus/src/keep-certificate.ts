import { isDeepStrictEqual } from 'node:util'
import { type Certificate, type CertificateFiles, readCertificate, selfSigned } from './certificate.ts'
import { pause } from './pause.ts'

export type KeptCertificate = {
  readonly current: () => Certificate
  /** Calls back with each that comes after the current one. */
  readonly renewed: (use: (certificate: Certificate) => void) => void
  /** Resolves after the signal has aborted. */
  readonly ended: Promise<void>
}

export type KeepCertificateOptions = {
  readonly files: CertificateFiles | undefined
  /** Milliseconds between two looks at the files: whoever writes them replaces them by a link (a mounted Secret). */
  readonly every: number
  readonly failed: (words: string) => void
  readonly signal: AbortSignal
}

/** The certificate in the files, followed as it changes; or one of our own. Undefined when the signal came first. */
export async function keepCertificate(options: KeepCertificateOptions): Promise<KeptCertificate | undefined> {
  const { files, every, failed, signal } = options
  let current = files === undefined ? await selfSigned() : await firstOf(files, options)
  if (current === undefined) return undefined
  const uses: ((certificate: Certificate) => void)[] = []

  async function follow(of: CertificateFiles): Promise<void> {
    for (;;) {
      await pause(every, signal)
      if (signal.aborted) return
      try {
        const found = await readCertificate(of)
        if (isDeepStrictEqual(found, current)) continue
        for (const use of uses) use(found)
        current = found
      } catch (error) {
        // Between two files of a pair, or broken ones: the one in use stays.
        failed(`the certificate stays as it is: ${String(error)}`)
      }
    }
  }
  return {
    current: () => current as Certificate,
    renewed: (use) => void uses.push(use),
    ended: files === undefined ? Promise.resolve() : follow(files),
  }
}

/** Waits for files that are not there yet. */
async function firstOf(
  files: CertificateFiles,
  { every, failed, signal }: KeepCertificateOptions,
): Promise<Certificate | undefined> {
  let said = false
  while (!signal.aborted) {
    try {
      return await readCertificate(files)
    } catch (error) {
      if (!said) failed(`waiting for the certificate: ${String(error)}`)
      said = true
      await pause(every, signal)
    }
  }
  return undefined
}
