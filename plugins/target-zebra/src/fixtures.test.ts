import { join } from 'node:path'
import type { FrrModel } from '@frrkit/model'
import { fixtures, renderAlone } from '@frrkit/testing'
import { targetZebra } from './target-zebra.ts'

fixtures(join(import.meta.dirname, '../fixtures'), async (path) => {
  const { model } = (await import(join(path, 'model.ts'))) as { readonly model: FrrModel }
  return { 'frr.conf': renderAlone(targetZebra(), model) }
})
