/** A test of something that was set up for it alone, and is taken away whatever came of the test. */
export function withSetUp<Up extends { readonly close?: () => Promise<void> }>(
  setUp: () => Promise<Up>,
): (body: (up: Up, stop: AbortController) => Promise<void>) => () => Promise<void> {
  return (body) => async () => {
    const up = await setUp()
    const stop = new AbortController()
    try {
      await body(up, stop)
    } finally {
      stop.abort()
      await up.close?.()
    }
  }
}
