#!/usr/bin/env node
/** Arguments in, exit code out: the only file that may print or end the process. */
import { getHeapStatistics, setFlagsFromString } from 'node:v8';
import { personAt } from './commands/person.js';
import { runProgram } from './commands/program.js';

// By itself the heap grows to several times what is in use before the rest is collected: a night that needs 490 MB took 900. Where it may grow by a fifth
// alone, a small heap is collected again and again, and that took a tenth of a night's processor time: so it has this much room, within bounds.
// The flag counts from the next collection on; the timer runs wherever a night pauses, which is hundreds of times.
const room = { megabytes: 64, leastPercent: 20, mostPercent: 100 };
function boundHeap(): void {
  const percent = (100 * room.megabytes * 2 ** 20) / getHeapStatistics().used_heap_size;
  const bound = Math.min(room.mostPercent, Math.max(room.leastPercent, Math.round(percent)));
  setFlagsFromString(`--heap-growing-percent=${bound}`);
}
boundHeap();
setInterval(boundHeap, 200).unref();

// By itself a function is compiled for speed after some 200,000 of its instructions, with much of what it calls. A night has two thousand such functions,
// most of them busy for a moment, and two fifths of its processor time went to threads that compile and collect.
setFlagsFromString('--interrupt-budget=270336');
setFlagsFromString('--max-inlined-bytecode-size-cumulative=400');

// `handback tickets | head` closes the pipe early; that is no failure of ours.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit(0);
});

process.exitCode = await runProgram(process.argv.slice(2), {
  cwd: process.cwd(),
  environment: process.env,
  now: () => Date.now(),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(text),
  ...(process.stderr.isTTY && { columns: process.stderr.columns }),
  ...(process.stdin.isTTY && process.stdout.isTTY && { person: personAt(process) }),
  stopRequested: () =>
    new Promise((resolve) => {
      for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => resolve());
    }),
});
