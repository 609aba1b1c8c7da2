export type { Plan, Planned, Step } from './plan/plan.ts'
