import { basename } from 'node:path'
import type { Compiled, Gathered } from '@frrkit/daemon/compile'
import { objectName, type SourceObject } from '@frrkit/model'
import { node } from '../start-lab.ts'
import { dim, green, yellow } from '../terminal/paint.ts'
import type { Screen } from '../terminal/screen.ts'
import { table } from '../terminal/table.ts'

/** Which objects there are, and which of them speak on this node. */
export function showObjects(screen: Screen, { objects }: Gathered, compiled: Compiled): void {
  screen.scene('The objects', 'Files in a folder, each written by somebody else. A node selector says for which nodes.')
  const speaking = new Set(compiled.objects.map(objectName))
  const rows = objects.map(({ object, body }) => [
    basename(object.file ?? ''),
    objectName(object),
    speaking.has(objectName(object)) ? green('yes') : yellow(`no, it selects ${selected(body)}`),
  ])
  screen.print(...table([[dim('file'), dim('object'), dim(`speaks on ${node.name}`)], ...rows]))
}

function selected(body: SourceObject['body']): string {
  const { spec } = body as { spec?: { nodeSelector?: { matchLabels?: Record<string, string> } } }
  const labels = Object.entries(spec?.nodeSelector?.matchLabels ?? {}).map(([key, value]) => `${key}=${value}`)
  return labels.join(', ')
}
