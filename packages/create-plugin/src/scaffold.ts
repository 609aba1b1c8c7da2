import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { dependencyRanges } from './dependency-ranges.ts'
import type { Mistake, PluginName, PluginRole } from './plugin-name.ts'

export type Scaffold = { readonly role: PluginRole; readonly name: PluginName; readonly folder: string }

export type Written = { readonly ok: true; readonly files: readonly string[] } | ({ readonly ok: false } & Mistake)

/** Beside both `src` and `dist`. Every file ends in `.template`, so that npm, linters and test runners leave it alone. */
const templates = join(import.meta.dirname, '../templates')

/** Writes a new plugin into a folder that is not there yet, or empty. */
export async function scaffold({ role, name, folder }: Scaffold): Promise<Written> {
  if (!(await isEmpty(folder))) {
    return {
      ok: false,
      reason: `${folder} is not empty, and nothing in it shall be overwritten`,
      help: 'name another folder with --dir, or empty this one',
    }
  }
  const ranges = await dependencyRanges()
  const files: string[] = []
  for (const from of ['common', role]) {
    for (const template of await templatesIn(join(templates, from))) {
      const file = rename(template, name)
      const text = await readFile(join(templates, from, template), 'utf8')
      await mkdir(dirname(join(folder, file)), { recursive: true })
      await writeFile(join(folder, file), withRanges(fill(text, name), ranges))
      files.push(file)
    }
  }
  return { ok: true, files: files.toSorted() }
}

async function isEmpty(folder: string): Promise<boolean> {
  try {
    return (await readdir(folder)).length === 0
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return true
    if (code === 'ENOTDIR') return false
    throw error
  }
}

async function templatesIn(folder: string): Promise<readonly string[]> {
  const files = await readdir(folder, { recursive: true })
  return files.filter((file) => file.endsWith('.template'))
}

/** npm takes a `.gitignore` for its own, hence the other name. */
function rename(template: string, name: PluginName): string {
  return fill(template.slice(0, -'.template'.length), name).replace(/^gitignore$/, '.gitignore')
}

/** The templates are a plugin that is called example: what they say of themselves becomes what the new one is called. */
function fill(text: string, { packageName, plugin, factory }: PluginName): string {
  const pascal = factory.slice(0, 1).toUpperCase() + factory.slice(1)
  return text
    .replaceAll(/@example\/(?:target|source|translator|status)-example/g, packageName)
    .replaceAll(/(?:target|source|translator|status)-example/g, plugin)
    .replaceAll(/(?:target|source|translator|status)Example/g, factory)
    .replaceAll(/(?:Target|Source|Translator|Status)Example/g, pascal)
}

/** A template leaves the range of each dependency open. */
function withRanges(text: string, ranges: Readonly<Record<string, string>>): string {
  return text.replaceAll(/"([^"]+)": "\?"/g, (_, dependency: string) => {
    const range = ranges[dependency]
    if (range === undefined) throw new Error(`BUG: package.json does not say which ${dependency} a new plugin gets`)
    return `"${dependency}": "${range}"`
  })
}
