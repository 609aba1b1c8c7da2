import { main } from '@frrkit/cli'
import type { Manifest } from '../src/manifest.ts'

type Container = {
  readonly command: readonly string[]
  readonly args: readonly string[]
  readonly env: readonly {
    readonly name: string
    readonly valueFrom: { readonly fieldRef: { readonly fieldPath: string } }
  }[]
}

/** The words after `frrkit` of the first container of a rendered DaemonSet or Deployment, in a pod with these fields. */
export function wordsOf(workload: Manifest, pod: Readonly<Record<string, string>>): readonly string[] {
  const [container] = Object(workload.spec).template.spec.containers as readonly [Container]
  const { command, args, env } = container
  const variables = Object.fromEntries(
    env.map(({ name, valueFrom }) => [name, pod[valueFrom.fieldRef.fieldPath] ?? '']),
  )
  const [program, ...words] = [...command, ...args].map((word) =>
    word.replaceAll(/\$\((\w+)\)/g, (_, name: string) => variables[name] ?? ''),
  )
  if (program !== 'frrkit') throw new Error(`the container runs ${program}`)
  return words
}

export type Running = { readonly logged: () => string; readonly stop: () => Promise<number> }

/** Runs frrkit in this process, until it is stopped. */
export function startFrrkit(words: readonly string[]): Running {
  const told = Promise.withResolvers<string>()
  let written = ''
  const write = (text: string) => (written += text)
  const ended = main(words, { stdout: { write }, stderr: { write }, cwd: '/', ended: () => told.promise })
  return {
    logged: () => written,
    stop: () => {
      told.resolve('SIGTERM')
      return ended
    },
  }
}
