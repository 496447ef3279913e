export { lakeMeridia } from './lake-meridia/index.ts';
export { yemenNdc2012 } from './yemen-ndc-2012/index.ts';
