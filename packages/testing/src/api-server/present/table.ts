import { JSONPath } from 'jsonpath-plus'
import type { KubeObject } from '../kube-object.ts'
import type { PrinterColumn, Resource } from '../resource.ts'
import { humanDuration } from './human-duration.ts'
import { partialMetadata } from './partial-metadata.ts'

export type TableOptions = {
  /** What of an object goes with its row. */
  readonly include: 'None' | 'Metadata' | 'Object'
  /** A watch sends the columns once. */
  readonly withColumns: boolean
  readonly now: Date
}

/** What `kubectl get` prints: the server chooses the columns. */
export function tableOf(
  resource: Resource,
  objects: readonly KubeObject[],
  metadata: object,
  options: TableOptions,
): object {
  const columns = columnsOf(resource)
  return {
    kind: 'Table',
    apiVersion: 'meta.k8s.io/v1',
    metadata,
    // The null is what a server sends, and what kubectl looks for.
    columnDefinitions: options.withColumns ? columns.map(definitionOf) : null,
    rows: objects.map((object) => ({
      cells: columns.map((column) => cellOf(column, object, options.now)),
      ...(options.include === 'Metadata' && { object: partialMetadata(object) }),
      ...(options.include === 'Object' && { object }),
    })),
  }
}

const nameColumn: PrinterColumn = { name: 'Name', type: 'string', format: 'name', jsonPath: '.metadata.name' }
const ageColumn: PrinterColumn = { name: 'Age', type: 'date', jsonPath: '.metadata.creationTimestamp' }

/** A custom resource says itself whether it shows its age. */
function columnsOf({ columns = [], schema }: Resource): readonly PrinterColumn[] {
  return [nameColumn, ...columns, ...(schema === undefined ? [ageColumn] : [])]
}

function definitionOf({ name, type, format = '', description, jsonPath, priority = 0 }: PrinterColumn): object {
  const words = description ?? `Custom resource definition column (in JSONPath format): ${jsonPath}`
  return { name, type, format, description: words, priority }
}

function cellOf({ type, jsonPath }: PrinterColumn, object: KubeObject, now: Date): unknown {
  const [value]: readonly unknown[] = JSONPath({ path: `$${jsonPath}`, json: object, wrap: true })
  if (value === undefined || value === null) return null
  switch (type) {
    case 'date':
      return typeof value === 'string' ? humanDuration(now.getTime() - Date.parse(value)) : '<invalid>'
    case 'string':
      return typeof value === 'string' ? value : JSON.stringify(value)
    default:
      return value
  }
}
