import { ok, type Result } from '@frrkit/model'
import type { VtyPlaces } from '@frrkit/vty'
import { readSettings } from '../settings.ts'

/** What the command line and the options of the reloader in the config file say about it; the command line wins. */
export async function whereFrrIs(
  { config, vtyDir, pathspace }: VtyPlaces & { readonly config?: string },
  cwd: string,
): Promise<Result<VtyPlaces>> {
  const said = { ...(vtyDir !== undefined && { vtyDir }), ...(pathspace !== undefined && { pathspace }) }
  if (config === undefined) return ok(said)
  const settings = await readSettings({ config }, cwd)
  if (!settings.ok) return settings
  const reloader = settings.value.plugins.find(({ name }) => /(^|\/)reloader-/.test(name))
  const { options = {} }: { readonly options?: VtyPlaces } = reloader ?? {}
  return ok({ vtyDir: options.vtyDir, pathspace: options.pathspace, ...said })
}
