import { setTimeout as sleep } from 'node:timers/promises'
import { isEstablished, resourcesOf } from '../crd.ts'
import { type Fields, isFields, type KubeObject } from '../kube-object.ts'
import type { Connection } from './connection.ts'

const crds = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions'
const ours = 'frrkit.test/created'

/**
 * Sees to it that a real cluster has these CustomResourceDefinitions; the answer gives them back. Several suites may use
 * them at a time: each leaves a mark, and the last one removes what a suite had made. Those of the cluster stay.
 */
export async function borrowCrds(
  connection: Connection,
  definitions: readonly KubeObject[],
  borrower: string,
): Promise<() => Promise<void>> {
  for (const definition of definitions) await borrow(connection, definition, mark(borrower))
  return async () => {
    for (const { metadata } of definitions) await giveBack(connection, metadata.name ?? '', mark(borrower))
  }
}

function mark(borrower: string): string {
  return `frrkit.test/${borrower}`
}

async function borrow({ ask }: Connection, definition: KubeObject, marked: string): Promise<void> {
  const path = `${crds}/${definition.metadata.name}`
  for (;;) {
    const { code, body } = await ask('GET', path)
    if (code === 404) {
      const annotations = { [ours]: 'true', [marked]: '' }
      await ask('POST', crds, { body: { ...definition, metadata: { ...definition.metadata, annotations } } })
    } else if (annotationsOf(body)[marked] === undefined) {
      await ask('PATCH', path, {
        body: { metadata: { annotations: { [marked]: '' } } },
        type: 'application/merge-patch+json',
      })
    } else if (isEstablished(body as KubeObject) && (await isServed({ ask }, definition))) return
    await sleep(50)
  }
}

/** A real server takes a moment from accepting a definition to serving it. */
async function isServed({ ask }: Pick<Connection, 'ask'>, definition: KubeObject): Promise<boolean> {
  const [resource] = resourcesOf(definition)
  if (resource === undefined) return true
  const { code } = await ask('GET', `/apis/${resource.group}/${resource.version}/${resource.plural}?limit=1`)
  return code === 200
}

async function giveBack({ ask }: Connection, name: string, marked: string): Promise<void> {
  const path = `${crds}/${name}`
  const { code, body } = await ask('PATCH', path, {
    body: { metadata: { annotations: { [marked]: null } } },
    type: 'application/merge-patch+json',
  })
  const others = Object.keys(annotationsOf(body)).filter((key) => key.startsWith('frrkit.test/') && key !== ours)
  if (code !== 200 || annotationsOf(body)[ours] === undefined || others.length > 0) return
  const { resourceVersion } = body.metadata as KubeObject['metadata']
  // Refused if somebody has begun to use it meanwhile.
  await ask('DELETE', path, { body: { kind: 'DeleteOptions', apiVersion: 'v1', preconditions: { resourceVersion } } })
}

/** None, as of something that is not there, while it is being deleted. */
function annotationsOf(body: Fields): Readonly<Record<string, string>> {
  const metadata = isFields(body.metadata) ? (body.metadata as KubeObject['metadata']) : {}
  return metadata.annotations ?? {}
}
