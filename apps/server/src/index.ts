export { startServer, type RunningServer, type ServerOptions } from './create-server.ts';
export { createLog } from './log.ts';
export type { Client } from './pages/client.ts';
export { originsOn, readSettings, type Settings } from './settings.ts';
export { StartupProblem } from './startup-problem.ts';
