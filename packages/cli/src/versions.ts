import { readFileSync } from 'node:fs'

/** What runs: `frrkit 0.2.0, node v24.21.0, linux x64`. */
export function versions(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8')
  const { version } = JSON.parse(text) as { readonly version: string }
  return `frrkit ${version}, node ${process.version}, ${process.platform} ${process.arch}`
}
