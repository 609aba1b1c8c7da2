import type { Trial } from './checks/trial.ts'

/** A failing trial for people: the objects as a List that can be saved to a file and read by `frrkit check --dir`. */
export function writeWorld({ world, ...choices }: Trial): string {
  const objects = world.objects.map(({ body }) => body)
  const secrets = world.secrets.map(({ namespace, name, type, data }) => ({
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name, namespace },
    type,
    data: Object.fromEntries(Object.entries(data).map(([key, bytes]) => [key, Buffer.from(bytes).toString('base64')])),
  }))
  const list = { apiVersion: 'v1', kind: 'List', items: [...objects, ...secrets] }
  const named = world.objects.map(({ object, unknownFields }) => ({ ...object, unknownFields }))
  return [
    JSON.stringify(list, null, 2),
    `node: ${JSON.stringify(world.facts)}`,
    `objects: ${JSON.stringify(named)}`,
    `choices: ${JSON.stringify(choices)}`,
  ].join('\n')
}
