import { type ConfigSource, defineConfigSource, type OptionNames } from '@frrkit/plugin'
import { createFolderReader } from './folder-reader.ts'
import { watchFolder } from './watch-folder.ts'

export type SourceFileOptions = {
  /** The folder. Its own *.yaml, *.yml and *.json files are read; folders in it and hidden files are not. */
  readonly dir: string
  /** The namespace of objects that name none. */
  readonly namespace?: string
}

export const optionNames: OptionNames<SourceFileOptions> = { dir: true, namespace: true }

/** Reads Kubernetes objects, Secrets among them, from the YAML and JSON files of one folder. */
export function sourceFile({ dir, namespace = 'frr-k8s-system' }: SourceFileOptions): ConfigSource {
  // Options may come from a file that no compiler has seen.
  if (typeof dir !== 'string' || dir === '') throw new Error('the option dir is missing: the folder to read')
  const folder = createFolderReader(dir, namespace)
  return defineConfigSource({
    name: 'source-file',
    read: () => folder.read(),
    watch: (changed, signal) => watchFolder(dir, changed, signal),
    locate: async ({ object, path }) => folder.locate(object, path),
  })
}
