import type { Configuration } from '../read-configuration.ts'
import type { Judged } from '../services/service-book.ts'
import type { Route, Verdict } from '../services/verdict.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { audiences, type Told } from './told.ts'

/** What each audience is told, from what it was told before and what has changed since. */
export function createTelling(): (configuration: Configuration, judged: Judged) => readonly Told[] {
  let ledgers: readonly Ledger[] = []
  let toldWith: Configuration | undefined
  let told: readonly Told[] = []
  return (configuration, { gone, come }) => {
    if (configuration !== toldWith) {
      const advertisements = [...new Set(configuration.pools.flatMap((pool) => pool.advertisements))]
      ledgers = audiences(configuration.sessions, advertisements).map(createLedger)
      toldWith = configuration
      told = ledgers.map((ledger) => ledger([], routesOf(come)))
    } else if (gone.length + come.length > 0) {
      told = ledgers.map((ledger) => ledger(routesOf(gone), routesOf(come)))
    }
    return told
  }
}

function routesOf(verdicts: readonly Verdict[]): readonly Route[] {
  return verdicts.flatMap((verdict) => (verdict.announced ? verdict.routes : []))
}
