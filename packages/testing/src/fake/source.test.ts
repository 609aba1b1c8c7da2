import { expect, test } from 'vitest'
import { aSourceObject } from '../a-document.ts'
import { configSourceConforms } from '../conforms/config-source.ts'
import { fakeSource } from './source.ts'

configSourceConforms('source-fake', async () => {
  const source = fakeSource([aSourceObject()])
  return { source, change: async () => source.set({ objects: [] }) }
})

test('a source that broke down answers again once it is set', async () => {
  const source = fakeSource()
  const { signal } = new AbortController()
  source.breakDown('connection refused')
  await expect(source.read(signal)).rejects.toThrow('connection refused')
  source.set({ objects: [aSourceObject()] })
  expect((await source.read(signal)).objects).toEqual([aSourceObject()])
})
