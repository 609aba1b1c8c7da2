import type { LogLevel } from '@frrkit/api'
import { type DestinationStream, pino } from 'pino'
import type { Sink } from './io.ts'

/** The little of pino that anything here calls. */
export type Logger = {
  info(fields: object, message: string): void
  warn(fields: object, message: string): void
  error(fields: object, message: string): void
}

/** The log of a process that may be told to say more, or less, while it runs. */
export type LeveledLogger = Logger & { readonly setLevel: (level: LogLevel) => void }

const levels: Readonly<Record<LogLevel, string>> = {
  all: 'debug',
  debug: 'debug',
  info: 'info',
  warn: 'warn',
  error: 'error',
  none: 'silent',
}

/** JSON lines for machines; on a terminal the message alone, which holds the whole text for people. */
export function createLogger(
  out: Sink,
  { json, level }: { readonly json: boolean; readonly level: LogLevel },
): LeveledLogger {
  const destination: DestinationStream = json
    ? { write: (line) => out.write(line) }
    : { write: (line) => out.write(forPeople(line)) }
  const logger = pino(
    {
      level: levels[level],
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
    },
    destination,
  )
  const setLevel = (to: LogLevel) => {
    logger.level = levels[to]
  }
  return Object.assign(logger, { setLevel })
}

function forPeople(line: string): string {
  const { time, level, msg } = JSON.parse(line) as { time: string; level: string; msg: string }
  return `${time.slice(11, 19)} ${level === 'info' ? '' : `${level}: `}${msg}\n`
}
