import { once } from 'node:events'
import { mkdir, writeFile } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { runServer } from 'verdaccio'

export type Registry = {
  /** What npm needs in its environment to see this registry and no other. */
  readonly npmSettings: Readonly<Record<string, string>>
  close(): Promise<void>
}

/**
 * A registry on a free port of the loopback interface, all of it in `folder`. @frrkit and @acme come from here alone;
 * everything else is passed on to `upstream`.
 */
export async function startRegistry(folder: string, upstream: string): Promise<Registry> {
  await mkdir(folder, { recursive: true })
  const everybody = { access: '$all', publish: '$all', unpublish: '$all' }
  const config = {
    self_path: join(folder, 'config.yaml'),
    storage: join(folder, 'storage'),
    web: { enable: false },
    uplinks: { upstream: { url: upstream, timeout: '60s', maxage: '1h', max_fails: 1000, cache: false } },
    packages: { '@frrkit/*': everybody, '@acme/*': everybody, '**': { ...everybody, proxy: 'upstream' } },
    log: { type: 'stdout', format: 'json', level: 'fatal' },
    max_body_size: '100mb',
  }
  const server = (await runServer(config)) as Server
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`
  // npm does not publish without a token; this registry takes any.
  const userConfig = join(folder, 'npmrc')
  await writeFile(userConfig, `registry=http://${host}/\n//${host}/:_authToken=anybody\naudit=false\nfund=false\n`)
  return {
    npmSettings: {
      npm_config_userconfig: userConfig,
      npm_config_registry: `http://${host}/`,
      npm_config_cache: join(folder, 'cache'),
      npm_config_noproxy: '127.0.0.1',
      npm_config_fetch_retries: '5',
    },
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
