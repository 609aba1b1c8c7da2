export { optionNames, type StatusNodeStateOptions, statusNodeState } from './status-node-state.ts'
