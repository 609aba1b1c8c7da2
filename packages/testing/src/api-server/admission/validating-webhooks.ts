import { type Cluster, stored } from '../cluster.ts'
import { without } from '../kube-object.ts'
import { failure, Refusal, refuse, type Status } from '../refusal.ts'
import type { Admit } from './admit.ts'
import { type AdmissionResponse, callWebhook, type ServiceUrls } from './call-webhook.ts'
import { isFor, type Webhook, webhooksOf } from './webhook.ts'

/** Asks every ValidatingWebhookConfiguration of the cluster about a write. */
export function validatingWebhooks(cluster: Cluster, services: ServiceUrls): Admit {
  return async (request, user, warn) => {
    const { group, kind } = request.resource
    const configurations = cluster.find('admissionregistration.k8s.io', 'v1', 'validatingwebhookconfigurations')
    // Its own configurations are not a webhook's business, or it could lock everybody out.
    if (configurations === undefined || (group === configurations.group && kind === configurations.kind)) return
    const { namespace: name } = request.info
    const namespace = name === undefined ? undefined : cluster.store.get('namespaces', undefined, name)
    const webhooks = webhooksOf(stored(cluster, configurations)).filter((webhook) => isFor(webhook, request, namespace))
    await Promise.all(
      webhooks.map(async (webhook) => {
        const answer = await callWebhook(webhook, request, user, services).catch((error: unknown) =>
          onFailure(webhook, error),
        )
        for (const warning of answer?.warnings ?? []) warn(warning)
        if (answer?.allowed === false) deny(webhook, answer)
      }),
    )
  }
}

function onFailure({ name, failurePolicy = 'Fail' }: Webhook, error: unknown): undefined {
  if (failurePolicy === 'Ignore') return undefined
  const why = error instanceof Error ? error.message : 'no reason given'
  refuse(500, `Internal error occurred: failed calling webhook "${name}": failed to call webhook: ${why}`)
}

function deny({ name }: Webhook, { status = {} }: AdmissionResponse): never {
  const { message = '', reason = '', code = 0 } = status
  const why = [message, reason].find((text) => text !== '')
  const denied = `admission webhook "${name}" denied the request`
  const text = why === undefined ? `${denied} without explanation` : `${denied}: ${why}`
  // Without a reason of the webhook, the answer has none.
  const answer = without(failure(Math.max(code, 400), text), 'reason') as Status
  throw new Refusal({ ...answer, ...(reason !== '' && { reason }) })
}
