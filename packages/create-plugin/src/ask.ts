import { createInterface } from 'node:readline'
import { isRole, type PluginRole, parseName, roles } from './plugin-name.ts'

/** Where questions are asked. */
export type Terminal = { readonly input: NodeJS.ReadableStream; readonly output: NodeJS.WritableStream }

export type Known = { readonly role: PluginRole; readonly name: string }

/** Asks for what the command line did not say, until the answer makes sense; undefined when nobody answers any more. */
export async function ask(
  { role, name }: { readonly role: PluginRole | undefined; readonly name: string | undefined },
  { input, output }: Terminal,
): Promise<Known | undefined> {
  const lines = createInterface({ input })
  // As an iterator it keeps the lines that come before they are asked for.
  const answers = lines[Symbol.asyncIterator]()
  const question: Question = async (text) => {
    output.write(text)
    const { value, done } = await answers.next()
    return done === true ? undefined : value.trim()
  }
  try {
    const chosen = role ?? (await askRole(question))
    if (chosen === undefined) return undefined
    const named = name ?? (await askName(chosen, question, output))
    return named === undefined ? undefined : { role: chosen, name: named }
  } finally {
    lines.close()
  }
}

/** One line of the answer, or undefined at the end of the input. */
type Question = (text: string) => Promise<string | undefined>

async function askRole(question: Question): Promise<PluginRole | undefined> {
  for (;;) {
    const answer = await question(`What shall it be? ${Object.keys(roles).join(', ')}: `)
    if (answer === undefined || isRole(answer)) return answer
  }
}

async function askName(
  role: PluginRole,
  question: Question,
  output: NodeJS.WritableStream,
): Promise<string | undefined> {
  for (;;) {
    const answer = await question(`The name of its package (${roles[role]}-…, or @acme/${roles[role]}-…): `)
    const named = answer === undefined ? undefined : parseName(role, answer)
    if (named === undefined || named.ok) return answer
    output.write(`${named.reason}\nhelp: ${named.help}\n`)
  }
}
