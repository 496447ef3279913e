import { run } from '../run.ts';
import { plainClient } from './plain-client.ts';

// `npm start` without the build of the client: for tests of the program's start and end.
await run({ openClient: () => Promise.resolve(plainClient) });
