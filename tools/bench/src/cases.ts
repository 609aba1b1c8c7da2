import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { compile } from '@frrkit/daemon/compile'
import { merge } from '@frrkit/merge'
import { parseFrrConfiguration, type Result, type SourceObject } from '@frrkit/model'
import { render } from '@frrkit/render'
import { sourceFile } from '@frrkit/source-file'
import { targetBfdd } from '@frrkit/target-bfdd'
import { targetBgpd } from '@frrkit/target-bgpd'
import { targetRaw } from '@frrkit/target-raw'
import { targetZebra } from '@frrkit/target-zebra'
import { dump } from 'js-yaml'
import { admission } from './admission.ts'
import { translation, translationAgain } from './metallb.ts'
import { configuration, manyObjects, prefixesOf } from './objects.ts'

/** Prepares once, then answers what is measured again and again. */
export type Case = { readonly name: string; readonly prepare: () => Promise<() => Promise<void> | void> }

const targets = [targetZebra(), targetBfdd(), targetBgpd(), targetRaw()]
const facts = { hostname: 'worker-1', labels: {}, alwaysBlock: [], logLevel: 'info', hasIpv4: true } as const

/**
 * A first merge and render of valid documents. What is remembered hangs on the identity of documents, so each run has
 * documents of its own.
 */
function whole(objects: number, prefixes: number): Case {
  return {
    name: `merge + render ${objects} × ${prefixes}`,
    prepare: async () => {
      const given = manyObjects(objects, prefixes).map(documentOf)
      return () => {
        const documents = given.map((document) => ({ ...document }))
        const merged = accepted(merge({ documents, secrets: [], facts }))
        accepted(render({ model: merged.model, targets }))
      }
    },
  }
}

/** The same after one object of many has changed: it has other prefixes. */
function again(objects: number, prefixes: number): Case {
  return {
    name: `again, one of ${objects} × ${prefixes} changed`,
    prepare: async () => {
      let documents = manyObjects(objects, prefixes).map(documentOf)
      let round = 0
      return () => {
        round++
        const changed = configuration('object-0', prefixesOf(objects + (round % 100), prefixes))
        documents = documents.with(0, documentOf(changed))
        const merged = accepted(merge({ documents, secrets: [], facts }))
        accepted(render({ model: merged.model, targets }))
      }
    },
  }
}

/** Reading a folder with one large file, and validating what is in it. */
function yaml(megabytes: number): Case {
  return {
    name: `YAML → documents, ${megabytes} MB`,
    prepare: async () => {
      const documents = manyObjects(megabytes * 200, 100).map(({ object, apiVersion, body }) =>
        dump({ apiVersion, kind: object.kind, metadata: { name: object.name }, ...(body as object) }),
      )
      const text = documents.join('---\n').slice(0, megabytes * 1e6)
      const dir = await mkdtemp(join(tmpdir(), 'frrkit-bench-'))
      process.once('exit', () => void rm(dir, { recursive: true }))
      await writeFile(join(dir, 'all.yaml'), text.slice(0, text.lastIndexOf('---\n')))
      return async () => {
        const { objects } = await sourceFile({ dir }).read(AbortSignal.timeout(60_000))
        accepted(compile({ objects, secrets: [], facts, problems: [], complete: true }, { targets, kinds: [] }))
      }
    },
  }
}

function documentOf(object: SourceObject) {
  return accepted(parseFrrConfiguration(object)).document
}

function accepted<T>(result: Result<T>): T {
  if (!result.ok) throw new Error('BUG: the objects of the benchmark are refused')
  return result.value
}

export const cases: readonly Case[] = [
  whole(1, 10),
  whole(10, 100),
  whole(100, 100),
  whole(1000, 100),
  whole(2000, 100),
  again(1000, 100),
  yaml(5),
  translation(5000),
  translationAgain(5000),
  admission(500, 1000, 1),
  admission(500, 1000, 100),
]
