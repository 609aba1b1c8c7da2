import type { BfdProfile, Origin } from '@frrkit/model'

export const profileTemplate = `\
  {{> origins}}
  profile {{name}}
{{#receiveInterval}}
    receive-interval {{.}}
{{/receiveInterval}}
{{#transmitInterval}}
    transmit-interval {{.}}
{{/transmitInterval}}
{{#detectMultiplier}}
    detect-multiplier {{.}}
{{/detectMultiplier}}
{{#echoMode}}
    echo-mode
{{/echoMode}}
{{#echoInterval}}
    echo transmit-interval {{.}}
    echo receive-interval {{.}}
{{/echoInterval}}
{{#passiveMode}}
    passive-mode
{{/passiveMode}}
{{#minimumTtl}}
    minimum-ttl {{.}}
{{/minimumTtl}}
`

/** Numbers stand as they are: FRR has no BFD parameter that may be zero, which Mustache would take for absent. */
export type ProfileView = {
  readonly name: string
  readonly receiveInterval: number | undefined
  readonly transmitInterval: number | undefined
  readonly detectMultiplier: number | undefined
  readonly echoMode: boolean
  readonly echoInterval: number | undefined
  readonly passiveMode: boolean
  readonly minimumTtl: number | undefined
  readonly origins: readonly Origin[]
}

export function profileView({
  name,
  receiveInterval,
  transmitInterval,
  detectMultiplier,
  echoMode,
  echoInterval,
  passiveMode,
  minimumTtl,
  origins,
}: BfdProfile): ProfileView {
  return {
    name,
    receiveInterval,
    transmitInterval,
    detectMultiplier,
    echoMode,
    echoInterval,
    passiveMode,
    minimumTtl,
    origins,
  }
}
