import type { User } from '../auth/authority.ts'
import type { KubeObject } from '../kube-object.ts'
import type { RequestInfo } from '../request-info.ts'
import type { Resource } from '../resource.ts'

/** A write that is about to happen. */
export type AdmissionRequest = {
  readonly operation: 'CREATE' | 'UPDATE' | 'DELETE'
  readonly info: RequestInfo
  readonly resource: Resource
  readonly object?: KubeObject
  readonly oldObject?: KubeObject
  readonly dryRun: boolean
}

/** Has the last word on a write: lets it pass, with a warning perhaps, or throws a refusal. */
export type Admit = (request: AdmissionRequest, user: User, warn: (text: string) => void) => Promise<void>
