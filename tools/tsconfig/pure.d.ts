/** The one ambient name that pure code may see: how everything long-running is stopped. */
interface AbortSignal {
  readonly aborted: boolean
}
