import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { configure, show, VtyConnection } from '@frrkit/vty'
import { startFakeDaemon } from '@frrkit/vty/fake'
import { expect, test } from 'vitest'
import { connectAll, replay, startRecorder } from './record.ts'

test('what configures is noted, questions are not, and it can be said again', async () => {
  const [vtyDir, between] = await Promise.all(['a-', 'b-'].map((name) => mkdtemp(join(tmpdir(), `frrkit-${name}`))))
  const places = { vtyDir, pathspace: 'p' }
  const fake = await startFakeDaemon({ daemon: 'bgpd', ...places })
  const recorder = await startRecorder(places, between ?? '')
  const bgpd = new VtyConnection({ daemon: 'bgpd', vtyDir: recorder.vtyDir, pathspace: 'p' })
  await show(bgpd, 'show running-config')
  await configure(bgpd, ['router bgp 1', 'no neighbor 192.0.2.1'])
  await show(bgpd, 'show running-config')
  const said = recorder.take()
  expect(said.map(({ command }) => command)).toEqual([
    'configure terminal',
    'router bgp 1',
    'no neighbor 192.0.2.1',
    'end',
  ])
  expect(recorder.take()).toEqual([])

  const before = fake.commands.length
  const connections = await connectAll(places)
  await replay(said, connections)
  expect(fake.commands.slice(before)).toEqual(['enable', ...said.map(({ command }) => command)])

  for (const connection of [bgpd, ...connections.values()]) connection.close()
  await Promise.all([recorder.stop(), fake.stop()])
  await rm(vtyDir ?? '', { recursive: true })
})
