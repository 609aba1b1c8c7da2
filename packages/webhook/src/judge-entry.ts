export { type ClusterView, judge, type Scope, type Verdict, type Write } from './admission/judge.ts'
