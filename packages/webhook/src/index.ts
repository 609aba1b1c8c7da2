export type { Log } from './log.ts'
export { runWebhook, type WebhookEnd, type WebhookOptions } from './run-webhook.ts'
