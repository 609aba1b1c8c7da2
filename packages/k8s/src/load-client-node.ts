import * as nodeModule from 'node:module'
import type { KubeConfig } from '@kubernetes/client-node/dist/config.js'
import type { RequestContext } from '@kubernetes/client-node/dist/gen/http/http.js'
import type { IsomorphicFetchHttpLibrary } from '@kubernetes/client-node/dist/gen/http/isomorphic-fetch.js'
import type { Watch } from '@kubernetes/client-node/dist/watch.js'

/** What we use of @kubernetes/client-node. */
export type ClientNode = {
  readonly KubeConfig: typeof KubeConfig
  readonly Watch: typeof Watch
  readonly RequestContext: typeof RequestContext
  readonly HttpLibrary: typeof IsomorphicFetchHttpLibrary
}

let loaded: Promise<ClientNode> | undefined

/** On first use: whoever only renders files must not wait for it. */
export function loadClientNode(): Promise<ClientNode> {
  loaded ??= load()
  return loaded
}

async function load(): Promise<ClientNode> {
  const hooks = withoutModels()
  try {
    const [config, watch, http, fetching] = await Promise.all([
      import('@kubernetes/client-node/dist/config.js'),
      import('@kubernetes/client-node/dist/watch.js'),
      import('@kubernetes/client-node/dist/gen/http/http.js'),
      import('@kubernetes/client-node/dist/gen/http/isomorphic-fetch.js'),
    ])
    return {
      KubeConfig: config.KubeConfig,
      Watch: watch.Watch,
      RequestContext: http.RequestContext,
      HttpLibrary: fetching.IsomorphicFetchHttpLibrary,
    }
  } finally {
    hooks?.deregister()
  }
}

/**
 * config.js takes two small names from gen/index.js, which loads 700 model classes along: 50 MB and half a second for
 * nothing that is used here. So that one import gets the two names from the files that define them. Without the hook
 * (a Node that lacks it, another layout of client-node) all is as before, only larger.
 */
function withoutModels(): { deregister(): void } | undefined {
  return nodeModule.registerHooks?.({
    resolve(specifier, context, next) {
      const { parentURL = '' } = context
      if (specifier !== './gen/index.js' || !parentURL.endsWith('/client-node/dist/config.js'))
        return next(specifier, context)
      const from = (file: string) => JSON.stringify(new URL(`gen/${file}`, parentURL).href)
      const source = `export { createConfiguration } from ${from('configuration.js')};
export { ServerConfiguration } from ${from('servers.js')}`
      return { url: `data:text/javascript,${encodeURIComponent(source)}`, shortCircuit: true }
    },
  })
}
