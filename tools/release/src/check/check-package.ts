import { readFile } from 'node:fs/promises'
import { createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { formatMessage } from 'publint/utils'
import { type Manifest, type Package, root } from '../published.ts'
import { contentFaults } from './contents.ts'
import { engineFaults } from './engines.ts'
import { manifestFaults } from './manifest.ts'
import { typeFaults } from './types.ts'

/** Everything that is wrong with one package, as it would arrive in the registry. */
export async function checkPackage(
  one: Package,
  tarball: string,
  published: ReadonlySet<string>,
): Promise<readonly string[]> {
  const bytes = await readFile(tarball)
  const unpacked = createPackageFromTarballData(bytes)
  const base = `/node_modules/${one.name}/`
  const manifest: Manifest = JSON.parse(unpacked.readFile(`${base}package.json`))
  const files = unpacked.listFiles().map((file) => file.slice(base.length))
  const license = await readFile(`${root}LICENSE`, 'utf8')
  const lint = await publint({ pack: { tarball: new Uint8Array(bytes).buffer }, strict: true })
  return [
    ...manifestFaults({ ...one, manifest }, published),
    ...engineFaults(one),
    ...contentFaults(files, manifest),
    ...(unpacked.tryReadFile(`${base}LICENSE`) === license ? [] : ['LICENSE is not that of the repository']),
    ...lint.messages.map((message) => `publint: ${formatMessage(message, lint.pkg, { color: false }) ?? message.code}`),
    ...(await typeFaults(unpacked)),
  ]
}
