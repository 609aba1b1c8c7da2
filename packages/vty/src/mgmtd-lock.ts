import { setTimeout as sleep } from 'node:timers/promises'
import type { Say } from './asking.ts'
import type { VtyAnswer } from './framing.ts'
import { vtyError } from './vty-error.ts'

const locked = /could not lock \w+ DS|datastore locked by another session/

/**
 * mgmtd takes configuration from one session at a time; to all others it says that it is locked, and does nothing of what they
 * asked. It is for an instant after every vtysh, and while a daemon starts: so such a line is said again, as long as
 * `patience` (milliseconds, for all lines together) lasts. Then it is an error: there is nothing wrong with the line.
 */
export function sayWhenUnlocked(say: Say, patience: number): Say {
  let left = patience
  return async (commands) => {
    const answers: VtyAnswer[] = []
    for (const command of commands) {
      for (;;) {
        const began = performance.now()
        const { answers: said, error } = await say([command])
        if (error) return { answers, error }
        const refused = said.find(({ text }) => locked.test(text))
        if (refused === undefined) {
          answers.push(...said)
          break
        }
        if (left <= 0) {
          const { status, text } = refused
          return {
            answers,
            error: vtyError({ daemon: 'mgmtd', reason: 'refused', line: command, status, words: text }),
          }
        }
        await sleep(20)
        left -= performance.now() - began
      }
    }
    return { answers }
  }
}
