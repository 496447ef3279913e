import { paths, WaitingAnswer } from '@parley/contracts';
import { call } from './call.ts';

/** Where the one who asks waits to be let in. */
export const readWaiting = () => call(paths.waiting, WaitingAnswer);
