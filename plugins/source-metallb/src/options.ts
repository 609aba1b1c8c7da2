/** As MetalLB's speaker takes them by its flags. */
export type MetallbOptions = {
  /** MetalLB's namespace: its objects are read there and nowhere else. `metallb-system` when absent. */
  readonly metallbNamespace?: string
  /** Where FRRConfigurations belong, and the Secrets they refer to. MetalLB's own namespace when absent. */
  readonly frrk8sNamespace?: string
  /**
   * A `passwordSecret` stays a reference, to a Secret of `frrk8sNamespace`. With `false` it is read in MetalLB's namespace,
   * and where that is another one, the password is written in clear. True when absent.
   */
  readonly secretPassthrough?: boolean
  /** Services of this class only; when absent, those without a class. */
  readonly loadBalancerClass?: string
  /** Announce from nodes that are labelled not to. */
  readonly ignoreExcludeLB?: boolean
}

export type Settings = Required<MetallbOptions>

const types = {
  metallbNamespace: 'string',
  frrk8sNamespace: 'string',
  secretPassthrough: 'boolean',
  loadBalancerClass: 'string',
  ignoreExcludeLB: 'boolean',
} as const

/** Every option has a value then. Throws for one of the wrong type: a file that no compiler has seen may hold it. */
export function settingsOf(options: MetallbOptions): Settings {
  for (const [name, type] of Object.entries(types)) {
    const value = options[name as keyof typeof types]
    if (value !== undefined && typeof value !== type) throw new Error(`the option ${name} has to be a ${type}`)
  }
  return withDefaults(options)
}

function withDefaults({
  metallbNamespace = 'metallb-system',
  frrk8sNamespace = '',
  secretPassthrough = true,
  loadBalancerClass = '',
  ignoreExcludeLB = false,
}: MetallbOptions): Settings {
  return {
    metallbNamespace,
    frrk8sNamespace: frrk8sNamespace === '' ? metallbNamespace : frrk8sNamespace,
    secretPassthrough,
    loadBalancerClass,
    ignoreExcludeLB,
  }
}
