export { lakeMeridia } from './lake-meridia/index.ts';
export { lakeMeridiaLedger } from './lake-meridia/ledger/index.ts';
export { yemenNdc2012 } from './yemen-ndc-2012/index.ts';
