import type { KubeClient } from './client.ts'
import { done, type KubeResult } from './kube-error.ts'
import type { ListWatch, ListWatchOptions } from './list-watch.ts'
import { type ReconcileLoopOptions, reconcileLoop } from './reconcile-loop.ts'

export type ReconcileWatchedOptions<T> = Omit<ListWatchOptions<T>, 'changed'> &
  Pick<ReconcileLoopOptions, 'interval'> & {
    /** Makes what is found what is wanted; asked for when either may have changed, and not before everything was listed. */
    readonly reconcile: (found: readonly T[]) => Promise<KubeResult<unknown>>
    /** After every change of what is found. */
    readonly changed?: () => void
  }

export type Reconciled<T> = Pick<ListWatch<T>, 'get'> & {
  /** What is wanted may have changed. */
  readonly look: () => void
  /** Resolves after the signal has aborted. */
  readonly ended: Promise<unknown>
}

/** Follows objects and keeps them as they are wanted, whoever changes them. */
export function reconcileWatched<T>(
  kube: Pick<KubeClient, 'listWatch'>,
  { reconcile, changed, interval, ...watch }: ReconcileWatchedOptions<T>,
): Reconciled<T> {
  const { troubled, signal } = watch
  const watched = kube.listWatch<T>({
    ...watch,
    changed() {
      changed?.()
      loop.request()
    },
  })
  const loop = reconcileLoop({
    async reconcile() {
      const found = watched.current()
      return found === undefined ? done : reconcile(found)
    },
    ...(interval !== undefined && { interval }),
    ...(troubled !== undefined && { troubled }),
    signal,
  })
  return { get: (name) => watched.get(name), look: loop.request, ended: Promise.all([watched.ended, loop.ended]) }
}
