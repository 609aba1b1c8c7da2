import type { KubeClient, KubeResult, ObjectKey } from '@frrkit/k8s'
import { type CertificateData, readCertificateData, withCertificateData } from './certificate-data.ts'
import { type At, certificatesDue, type Due } from './due.ts'
import { makeCertificates } from './make-certificates.ts'

export type KeptSecret = { readonly data: CertificateData; readonly renewed: Due | undefined }

/** More often than this in a row means two who undo each other. */
const tries = 5

/**
 * Certificates that serve, from the Secret; made and written there where they do not. Of two replicas the slower one is
 * refused by the API server, looks again, and finds what the other has made.
 */
export async function keepSecret(
  kube: KubeClient,
  key: ObjectKey,
  at: At,
  signal: AbortSignal,
): Promise<KubeResult<KeptSecret>> {
  for (let attempt = 1; ; attempt++) {
    const found = await kube.get(key, { signal })
    if (!found.ok) return found
    const before = readCertificateData(found.value)
    const due = certificatesDue(before, at)
    if (due === undefined) return { ok: true, value: { data: before, renewed: undefined } }
    const data = await makeCertificates(before, due, at)
    // With the resource version that was found. RBAC of frr-k8s grants `update` on Secrets and no `patch`.
    const written = await kube.replace(key, withCertificateData(found.value, data), { signal })
    if (written.ok) return { ok: true, value: { data, renewed: due } }
    if (written.error.reason !== 'conflict' || attempt === tries) return written
  }
}
