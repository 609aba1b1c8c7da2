import { mkdir, rm } from 'node:fs/promises'
import { connect, createServer, type Server } from 'node:net'
import { dirname } from 'node:path'
import { type DaemonName, daemonsWithSocket, socketPath, VtyConnection, type VtyPlaces } from '@frrkit/vty'

/** What was said to which daemon, in order. */
export type Said = { readonly daemon: DaemonName; readonly command: string }

/** Sockets that stand in front of a daemon's own and note what passes. */
export type Recorder = {
  readonly vtyDir: string
  /** What was said since the last time, as far as it configures something. */
  take(): readonly Said[]
  stop(): Promise<void>
}

export async function startRecorder(
  places: VtyPlaces & { readonly pathspace: string },
  vtyDir: string,
): Promise<Recorder> {
  let said: Said[] = []
  const servers: Server[] = []
  const { pathspace } = places
  await mkdir(dirname(socketPath('bgpd', { vtyDir, pathspace })), { recursive: true })
  for (const daemon of await daemonsWithSocket(places)) {
    const server = createServer((client) => {
      const real = connect(socketPath(daemon, places))
      let rest = ''
      client.setEncoding('utf8').on('data', (text: string) => {
        const [last = '', ...commands] = `${rest}${text}`.split('\0').toReversed()
        rest = last
        said.push(...commands.toReversed().map((command) => ({ daemon, command })))
      })
      client.pipe(real).pipe(client)
      client.on('error', () => real.destroy())
      real.on('error', () => client.destroy())
    })
    await new Promise<void>((resolve) => server.listen(socketPath(daemon, { vtyDir, pathspace }), resolve))
    servers.push(server)
  }
  return {
    vtyDir,
    take() {
      const taken = configuring(said)
      said = []
      return taken
    },
    async stop() {
      for (const server of servers) server.close()
      await rm(vtyDir, { recursive: true, force: true })
    },
  }
}

/** From `configure terminal` to `end`, per daemon; what is asked before and after is not the change. */
function configuring(said: readonly Said[]): readonly Said[] {
  const inside = new Set<DaemonName>()
  return said.filter(({ daemon, command }) => {
    if (command.startsWith('configure terminal')) inside.add(daemon)
    const kept = inside.has(daemon)
    if (command === 'end') inside.delete(daemon)
    return kept
  })
}

/** Says it all again, as fast as the daemons take it: their own time for the change. */
export async function replay(
  said: readonly Said[],
  connections: ReadonlyMap<DaemonName, VtyConnection>,
): Promise<void> {
  for (const { daemon, commands } of runs(said)) {
    const { error } = (await connections.get(daemon)?.askAll(commands, { within: 900_000 })) ?? {}
    if (error) throw new Error(`${error.daemon}: ${error.words}`)
  }
}

/** Enabled connections to every daemon that is there. */
export async function connectAll(places: VtyPlaces): Promise<ReadonlyMap<DaemonName, VtyConnection>> {
  const daemons = await daemonsWithSocket(places)
  const connections = daemons.map((daemon) => [daemon, new VtyConnection({ daemon, ...places })] as const)
  await Promise.all(connections.map(([, connection]) => connection.open()))
  return new Map(connections)
}

function runs(said: readonly Said[]): readonly { readonly daemon: DaemonName; readonly commands: readonly string[] }[] {
  const found: { daemon: DaemonName; commands: string[] }[] = []
  for (const { daemon, command } of said) {
    const last = found.at(-1)
    if (last?.daemon === daemon) last.commands.push(command)
    else found.push({ daemon, commands: [command] })
  }
  return found
}
