import type { Compiled } from '@frrkit/daemon/compile'
import { refusedByParser } from './forewarned.ts'
import type { SyntaxCheck } from './vtysh.ts'

/** Asks FRR's parser about many texts at once: its start costs far more than a text does. */
export type SyntaxBatch = {
  add(index: number, compiled: { readonly value: Pick<Compiled, 'frrConf' | 'problems'> }): void
  flush(): void
  /** The first case that FRR's parser has something against, as far as it was asked. */
  refused(): number | undefined
}

export function createSyntaxBatch(vtysh: SyntaxCheck, size = 50): SyntaxBatch {
  let waiting: { readonly index: number; readonly frrConf: string }[] = []
  let refused: number | undefined
  const flush = () => {
    // One after the other in one file: each begins with lines of the top level, which end the blocks before.
    const together = waiting.map(({ frrConf }) => frrConf).join('')
    if (refused === undefined && vtysh(together) !== '') {
      refused = waiting.find(({ frrConf }) => vtysh(frrConf) !== '')?.index
      if (refused === undefined) throw new Error('BUG: FRR takes each text of a batch, and not the batch')
    }
    waiting = []
  }
  return {
    add(index, { value: { frrConf, problems } }) {
      if (problems.some(refusedByParser)) return
      waiting.push({ index, frrConf })
      if (waiting.length >= size) flush()
    },
    flush,
    refused: () => refused,
  }
}
