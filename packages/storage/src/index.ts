export { auditHash } from './audit-hash.ts';
export * from './contract.ts';
export { openSqliteStorage } from './sqlite/open.ts';
