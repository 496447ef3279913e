export { seatArcs, type SeatPlace } from './seat-arcs.ts';
export { seatsAtTable, type TablePlan } from './seats-at-table.ts';
export { stageFlow, waysOut, type FlowStep, type WayOut } from './stage-flow.ts';
