/** Values by which people differ from the defaults, each with a name; tests render the chart with every one. */
export const valueSets: readonly { readonly name: string; readonly values: object }[] = [
  { name: 'defaults', values: {} },
  {
    name: 'Prometheus with its operator',
    values: {
      prometheus: {
        rbacPrometheus: true,
        serviceAccount: 'prometheus-k8s',
        namespace: 'monitoring',
        serviceMonitor: {
          enabled: true,
          additionalLabels: { release: 'prometheus' },
          annotations: { team: 'network' },
          interval: '30s',
          metricRelabelings: [{ sourceLabels: ['vrf'], regex: 'default', action: 'keep' }],
          relabelings: [{ sourceLabels: ['__meta_kubernetes_pod_node_name'], targetLabel: 'node', action: 'replace' }],
        },
      },
    },
  },
  {
    name: 'TLS as the security team wants it',
    values: {
      tls: {
        minVersion: 'VersionTLS12',
        cipherSuites: 'TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256',
        curvePreferences: '29,23',
        metricsTLSSecret: 'frr-k8s-metrics',
      },
    },
  },
  {
    name: 'cert-manager has the certificates',
    values: {
      frrk8s: {
        disableCertRotation: true,
        webhookAnnotations: { 'cert-manager.io/inject-ca-from': 'frr-k8s-system/frr-k8s-webhook' },
      },
    },
  },
  {
    name: 'as a part of MetalLB, with other names',
    values: {
      nameOverride: 'frrk8s',
      fullnameOverride: 'metallb-frr-k8s',
      crds: { validationFailurePolicy: 'Ignore' },
    },
  },
  {
    name: 'accounts and roles are somebody else’s',
    values: {
      rbac: { create: false },
      frrk8s: { serviceAccount: { create: false, name: 'network' } },
      crds: { enabled: false },
    },
  },
  {
    name: 'placement and limits',
    values: {
      imagePullSecrets: [{ name: 'registry' }],
      frrk8s: {
        tolerateMaster: false,
        tolerations: [{ key: 'dedicated', operator: 'Equal', value: 'edge', effect: 'NoExecute' }],
        nodeSelector: { 'node-role.kubernetes.io/edge': '' },
        affinity: {
          nodeAffinity: {
            requiredDuringSchedulingIgnoredDuringExecution: {
              nodeSelectorTerms: [{ matchExpressions: [{ key: 'rack', operator: 'Exists' }] }],
            },
          },
        },
        priorityClassName: 'system-node-critical',
        runtimeClassName: 'runc',
        podAnnotations: { 'sidecar.istio.io/inject': 'false' },
        labels: { app: 'frr-k8s', team: 'network' },
        serviceAccount: { annotations: { owner: 'network' } },
        resources: { requests: { cpu: '20m', memory: '96Mi' }, limits: { memory: '256Mi' } },
        frr: { resources: { requests: { cpu: '50m', memory: '64Mi' } } },
        updateStrategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: '10%' } },
      },
    },
  },
  {
    name: 'BGP comes in, some prefixes never do',
    values: {
      frrk8s: {
        alwaysBlock: '10.96.0.0/12,fd00:10::/64',
        bgpDebounceTimeout: 3000,
        logLevel: 'debug',
        frr: { acceptIncomingBGPConnections: true },
      },
    },
  },
  {
    name: 'images from a registry of our own, other ports, no probes',
    values: {
      prometheus: { secureMetricsPort: 29140 },
      frrk8s: {
        image: { repository: 'registry.example/frrkit', tag: 'v1', pullPolicy: 'Always' },
        webhookPort: 29443,
        livenessProbe: { enabled: false },
        readinessProbe: { enabled: false },
        startupProbe: { enabled: false },
        restartOnRotatorSecretRefresh: true,
        frr: {
          image: { repository: 'registry.example/frr', tag: '10.3.1', pullPolicy: 'IfNotPresent' },
          secureMetricsPort: 29141,
        },
      },
    },
  },
  {
    name: 'MetalLB’s objects, in the place of its speakers',
    values: { frrk8s: { metallb: { mode: 'in-process' }, validateAllNamespaces: true } },
  },
  {
    name: 'MetalLB’s objects of another namespace, published, without root',
    values: {
      rbac: { events: false },
      frrk8s: {
        rootless: true,
        metallb: {
          mode: 'publish',
          namespace: 'metallb',
          secretPassthrough: false,
          loadBalancerClass: 'example.org/edge',
          ignoreExcludeLB: true,
        },
      },
    },
  },
  { name: 'without root', values: { rbac: { events: false }, frrk8s: { rootless: true } } },
  {
    name: 'plugins of our own choice',
    values: {
      frrk8s: {
        config: {
          policy: 'quarantine',
          plugins: { 'source-crd': {}, 'target-bgpd': {}, 'reloader-vty': { auditEvery: 0 }, 'status-log': {} },
        },
      },
    },
  },
]
