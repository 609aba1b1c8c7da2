export { createKubeClient, type KubeClient, type KubeClientOptions, type PatchOptions } from './client.ts'
export type { Clock } from './clock.ts'
export type { Collection, ObjectKey, Selection } from './collection.ts'
export type { OwnerReference, Pod } from './find-owner.ts'
export { inTurns } from './in-turns.ts'
export {
  describeKubeError,
  done,
  type KubeError,
  type KubeReason,
  type KubeResult,
  needsSomebody,
} from './kube-error.ts'
export type { KubeObject } from './kube-object.ts'
export { type Followed, type LastAnswer, lastAnswer } from './last-answer.ts'
export type { ListWatch, ListWatchOptions } from './list-watch.ts'
export { type ConfigPlace, isInCluster } from './load-config.ts'
export { ownPod } from './own-pod.ts'
export { type ReconcileLoop, type ReconcileLoopOptions, reconcileLoop } from './reconcile-loop.ts'
export { type Reconciled, type ReconcileWatchedOptions, reconcileWatched } from './reconcile-watched.ts'
export { type KubeEvent, type RecordEventOptions, recordEvent } from './record-event.ts'
export type { KubeRequest } from './request.ts'
export { type Access, type Authentication, reviewAccess, reviewToken, type User } from './review.ts'
export { type Log, sayOnce } from './say-once.ts'
export { update, type WriteStatusOptions, writeStatus } from './write-status.ts'
