/**
 * Every option of a plugin by its name: whether a config file may have it, or only a program can give it, as a client of a cluster.
 * A package may export them as `optionNames`, beside its factory: then whoever misspells one in a config file hears of it.
 */
export type OptionNames<Options extends object> = { readonly [Name in keyof Options]-?: boolean }
