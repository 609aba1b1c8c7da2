import type { KubeObject } from './kube-object.ts'

/** As manifests have it that install our webhook behind this Service: whom the API server asks about FRRConfigurations. */
export function frrkitWebhook(service: { readonly namespace: string; readonly name: string }): KubeObject {
  const path = '/validate-frrk8s-metallb-io-v1beta1-frrconfiguration'
  return {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingWebhookConfiguration',
    metadata: { name: 'frr-k8s-validating-webhook-configuration' },
    webhooks: [
      {
        name: 'frrconfigurationsvalidationwebhook.metallb.io',
        sideEffects: 'None',
        admissionReviewVersions: ['v1'],
        failurePolicy: 'Fail',
        clientConfig: { service: { ...service, path } },
        rules: [
          {
            apiGroups: ['frrk8s.metallb.io'],
            apiVersions: ['v1beta1'],
            operations: ['CREATE', 'UPDATE'],
            resources: ['frrconfigurations'],
          },
        ],
      },
    ],
  }
}
