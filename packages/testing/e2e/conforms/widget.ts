import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll } from 'vitest'
import { type ClusterUnderTest, clusterUnderTest, frrkitCrds, type KubeObject } from '../../src/api-server/index.ts'

export const group = 'widgets.frrkit.test'

/** A kind that has one of everything that a schema may demand. */
const widgetCrd: KubeObject = {
  apiVersion: 'apiextensions.k8s.io/v1',
  kind: 'CustomResourceDefinition',
  metadata: { name: `widgets.${group}` },
  spec: {
    group,
    names: { kind: 'Widget', plural: 'widgets', singular: 'widget', shortNames: ['wd'] },
    scope: 'Namespaced',
    versions: [
      {
        name: 'v1',
        served: true,
        storage: true,
        subresources: { status: {} },
        additionalPrinterColumns: [
          { name: 'Size', type: 'integer', jsonPath: '.spec.size' },
          { name: 'Color', type: 'string', jsonPath: '.spec.color', priority: 1 },
          { name: 'List', type: 'string', jsonPath: '.spec.list' },
        ],
        schema: {
          openAPIV3Schema: {
            type: 'object',
            properties: {
              spec: {
                type: 'object',
                properties: {
                  size: { type: 'integer', minimum: 1, format: 'int32' },
                  color: { type: 'string', enum: ['red', 'blue'] },
                  code: { type: 'string', minLength: 2, maxLength: 4, pattern: '^[a-z]+$' },
                  list: { type: 'array', maxItems: 2, items: { type: 'string' } },
                  address: { type: 'string', format: 'ipv4' },
                  port: { 'x-kubernetes-int-or-string': true },
                  free: { type: 'object', 'x-kubernetes-preserve-unknown-fields': true },
                  numbers: { type: 'object', additionalProperties: { type: 'integer' } },
                  nothing: { type: 'string', nullable: true },
                  filled: { type: 'object', default: {}, properties: { level: { type: 'integer', default: 3 } } },
                  fixed: {
                    type: 'string',
                    'x-kubernetes-validations': [{ rule: 'self == oldSelf', message: 'Value is immutable' }],
                  },
                  owner: { type: 'object', required: ['name'], properties: { name: { type: 'string' } } },
                  tags: { type: 'array', items: { type: 'string' }, 'x-kubernetes-list-type': 'set' },
                },
                'x-kubernetes-validations': [{ rule: '!has(self.size) || self.size < 100', message: 'too large' }],
              },
              status: {
                type: 'object',
                properties: {
                  ready: { type: 'boolean' },
                  count: { type: 'integer', maximum: 5 },
                  conditions: {
                    type: 'array',
                    'x-kubernetes-list-type': 'map',
                    'x-kubernetes-list-map-keys': ['type'],
                    items: {
                      type: 'object',
                      required: ['type'],
                      properties: { type: { type: 'string' }, status: { type: 'string' } },
                    },
                  },
                },
              },
            },
          },
        },
      },
    ],
  },
}

/** The cluster of a test file; the functions answer paths in its own namespace. */
export function withCluster() {
  let cluster: ClusterUnderTest
  beforeAll(async () => {
    cluster = await clusterUnderTest({ crds: [...frrkitCrds(), widgetCrd] })
  }, 60_000)
  afterAll(() => cluster.cleanup(), 60_000)
  return {
    cluster: () => cluster,
    ask: (...request: Parameters<ClusterUnderTest['ask']>) => cluster.ask(...request),
    widgets: (rest = '') => `/apis/${group}/v1/namespaces/${cluster.namespace}/widgets${rest}`,
    core: (rest: string) => `/api/v1/namespaces/${cluster.namespace}/${rest}`,
    frrkit: (rest: string) => `/apis/frrk8s.metallb.io/v1beta1/namespaces/${cluster.namespace}/${rest}`,
  }
}

export function widget(name: string, spec: object = {}, more: object = {}): KubeObject {
  return { apiVersion: `${group}/v1`, kind: 'Widget', metadata: { name }, spec, ...more }
}

/** For objects that no namespace keeps apart. */
export function uniqueName(prefix: string): string {
  return `${prefix}-${randomBytes(4).toString('hex')}`
}

export const merge = 'application/merge-patch+json'
export const jsonPatch = 'application/json-patch+json'
export const apply = 'application/apply-patch+yaml'
