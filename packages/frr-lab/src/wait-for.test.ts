import { expect, test } from 'vitest'
import { waitFor } from './wait-for.ts'

test('answers what the probe answers at last', async () => {
  const answers = [undefined, undefined, 'up']
  expect(await waitFor('a link', () => answers.shift(), { within: 60_000, every: 1 })).toBe('up')
  expect(answers).toEqual([])
})

test('false is an answer, only undefined is not', async () => {
  expect(await waitFor('a verdict', async () => false, { within: 0 })).toBe(false)
})

test.each([
  { case: 'the last of several states', states: ['Idle', 'Active'], within: 0, seen: 'Idle' },
  { case: 'a probe that noted nothing', states: [], within: 0, seen: 'nothing' },
  { case: 'a later state', states: ['Idle', 'Connect', 'Active'], within: 20, seen: 'Active' },
])('gives up, naming what it saw: $case', async ({ states, within, seen: lastSeen }) => {
  const left = [...states]
  const probe = (seen: (state: string) => void): undefined => {
    const state = left.shift()
    if (state !== undefined) seen(state)
  }
  const waiting = waitFor('192.0.2.1 to be Established', probe, { within, every: 1 })
  await expect(waiting).rejects.toThrow(
    new Error(`waited ${within} ms for 192.0.2.1 to be Established; last seen: ${lastSeen}`),
  )
})

test('what the probe throws passes through at once', async () => {
  const gone = new Error('bgpd is gone')
  await expect(waitFor('a link', () => Promise.reject(gone), { within: 60_000 })).rejects.toThrow(
    new Error('bgpd is gone'),
  )
})

test('an abort ends the wait', async () => {
  const abort = new AbortController()
  const waiting = waitFor('a link', () => undefined, { within: 60_000, every: 60_000, signal: abort.signal })
  abort.abort()
  await expect(waiting).rejects.toThrow('The operation was aborted')
})
