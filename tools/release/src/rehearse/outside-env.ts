import { dirname } from 'node:path'

/**
 * The environment of somebody who has never heard of this repository: no program of its node_modules, and none of the
 * variables by which `npm run` tells a script, and each npm that it starts, which folder and settings are meant.
 */
export function outsideEnv(env: NodeJS.ProcessEnv, npmSettings: Readonly<Record<string, string>>): NodeJS.ProcessEnv {
  const others = Object.entries(env).filter(([name]) => !/^(npm_|INIT_CWD$|NODE$)/i.test(name))
  const places = (env.PATH ?? '').split(':').filter((place) => !place.includes('node_modules'))
  return { ...Object.fromEntries(others), ...npmSettings, PATH: [dirname(process.execPath), ...places].join(':') }
}
