import { describeKubeError, type KubeError } from './kube-error.ts'

/** The part of a pino logger that is used here. */
export type Log = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
}

/** One line when the API server goes, though several watches miss it, and one when all of them are well again. */
export function sayOnce(log: Log): (of: string, error: KubeError | undefined) => void {
  const troubles = new Map<string, string>()
  return (of, error) => {
    if (error === undefined) {
      troubles.delete(of)
      if (troubles.size === 0) log.info({}, 'the API server answers again')
      return
    }
    const known = [...troubles.values()].includes(error.words)
    troubles.set(of, error.words)
    const message = `${describeKubeError(error)}; what is known of the cluster stays, trying again`
    if (!known) log.warn({ reason: error.reason }, message)
  }
}
