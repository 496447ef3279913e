import { runConsole } from './run-console.ts';
import { ownTerminal } from './terminal.ts';

// What `npm run parley` calls.
process.exitCode = await runConsole(process.argv.slice(2), process.env, {
  ...ownTerminal,
  complain: (sentence) => {
    process.stderr.write(`${sentence}\n`);
  },
});
