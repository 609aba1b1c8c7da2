import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import type { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { connectTo } from './connect.ts'

/** Listens with the shortest queue there is, and then does nothing any more: as a daemon that commits a long list. */
const busy = `
const { createServer } = require('node:net')
const { parentPort, workerData } = require('node:worker_threads')
createServer().listen({ path: workerData, backlog: 1 }, () => {
  parentPort.postMessage('listens')
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
})`

test('who has no time is there all the same, however many wait already', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'frrkit-connect-'))
  const path = join(folder, 'bgpd.vty')
  const daemon = new Worker(busy, { eval: true, workerData: path })
  await once(daemon, 'message')
  const waiting: Socket[] = []
  let refused: Awaited<ReturnType<typeof connectTo>> | undefined
  while (refused === undefined && waiting.length < 100) {
    const connected = await connectTo(path, 20_000, undefined)
    if ('socket' in connected) waiting.push(connected.socket)
    else refused = connected
  }
  expect(refused).toEqual({
    reason: 'late',
    words: `${path} takes no more connections: the daemon is busy, or hangs`,
  })
  for (const socket of waiting) socket.destroy()
  await daemon.terminate()
  await rm(folder, { recursive: true })
})

test('a socket that is not there is that of nobody', async () => {
  const path = join(tmpdir(), 'frrkit-there-is-no-such.vty')
  expect(await connectTo(path, 20_000, undefined)).toEqual({
    reason: 'absent',
    words: `there is no ${path}: the daemon does not run`,
  })
})
