export { type MetricsPrometheusOptions, metricsPrometheus } from './metrics-prometheus.ts'
export { optionNames } from './options.ts'
