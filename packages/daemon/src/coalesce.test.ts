import { expect, test } from 'vitest'
import { coalesce } from './coalesce.ts'

test('requests during a run become one more run', async () => {
  let runs = 0
  const gate = Promise.withResolvers<void>()
  const work = coalesce(async () => {
    runs++
    if (runs === 1) await gate.promise
  })
  for (let i = 0; i < 1000; i++) work.request()
  gate.resolve()
  await work.idle()
  expect(runs).toBe(2)
})

test('a request after the end runs again', async () => {
  let runs = 0
  const work = coalesce(async () => {
    runs++
  })
  work.request()
  await work.idle()
  work.request()
  await work.idle()
  expect(runs).toBe(2)
})

test('nothing requested is idle at once', async () => {
  await expect(coalesce(() => Promise.resolve()).idle()).resolves.toBeUndefined()
})
