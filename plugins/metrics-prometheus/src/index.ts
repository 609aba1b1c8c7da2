export { type MetricsPrometheusOptions, metricsPrometheus } from './metrics-prometheus.ts'
