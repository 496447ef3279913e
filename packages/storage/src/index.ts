export * from './contract.ts';
export { openSqliteStorage } from './sqlite/open.ts';
