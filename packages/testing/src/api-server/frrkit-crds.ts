import { globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { load } from 'js-yaml'
import type { KubeObject } from './kube-object.ts'

/** The CustomResourceDefinitions of `@frrkit/api`, from the files that people apply to their clusters. */
export function frrkitCrds(): readonly KubeObject[] {
  const api = dirname(fileURLToPath(import.meta.resolve('@frrkit/api/package.json')))
  const files = globSync('crds/*.yaml', { cwd: api }).toSorted()
  return files.map((file) => load(readFileSync(join(api, file), 'utf8')) as KubeObject)
}
