import type { Manifest } from './manifest.ts'

type Labels = Readonly<Record<string, string>>

/**
 * An object of the chart as it stands in manifests: without Helm's labels, and with the names and the selectors that the
 * manifests of frr-k8s have. A selector cannot be changed, so that another one would ask for a new DaemonSet.
 */
export function asManifest(object: Manifest, namespace: string): Manifest {
  const { labels, annotations, ...metadata } = object.metadata as Manifest['metadata'] & { annotations?: Labels }
  const kept = labels === undefined ? {} : { labels: withoutHelm(labels) }
  const noted = annotations === undefined ? {} : { annotations }
  const renamed = { ...object, metadata: { ...metadata, ...kept, ...noted } }
  if (object.kind === 'DaemonSet') return selected(renamed, 'frr-k8s-daemon', 'frr-k8s', 10)
  if (object.kind === 'Deployment') return selected(renamed, object.metadata.name, 'frr-k8s-statuscleaner', 10)
  if (isMonitorService(object, namespace))
    return { ...renamed, spec: { ...Object(object.spec), selector: controlPlane('frr-k8s') } }
  return renamed
}

function selected(object: Manifest, name: string, plane: string, terminationGracePeriodSeconds: number): Manifest {
  const spec = Object(object.spec)
  const { metadata, spec: pod } = spec.template
  const template = {
    metadata: {
      ...metadata,
      annotations: withoutChecksums(metadata.annotations),
      labels: { ...withoutHelm(metadata.labels), ...controlPlane(plane) },
    },
    spec: { ...pod, terminationGracePeriodSeconds },
  }
  return {
    ...object,
    metadata: { ...object.metadata, name },
    spec: { ...spec, selector: { matchLabels: controlPlane(plane) }, template },
  }
}

const controlPlane = (plane: string): Labels => ({ 'control-plane': plane })

function isMonitorService({ kind, metadata }: Manifest, namespace: string): boolean {
  return kind === 'Service' && metadata.namespace === namespace && metadata.name.endsWith('-monitor-service')
}

function withoutHelm(labels: Labels): Labels {
  const { 'helm.sh/chart': _chart, 'app.kubernetes.io/managed-by': _by, ...kept } = labels
  return kept
}

/** Kustomize has no such thing: after a change of the ConfigMap the pods are restarted by hand. */
function withoutChecksums(annotations: Labels): Labels {
  return Object.fromEntries(Object.entries(annotations).filter(([name]) => !name.startsWith('checksum/')))
}
