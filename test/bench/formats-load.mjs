/** One load of `formats.bench.ts`: reads all files of a format, or parses their lines and nothing else. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parse } from 'csv-parse';
import { filesAt } from '../../dist/vendors/input/files.js';
import { openInput } from '../../dist/vendors/input/input.js';
import { findSource } from '../../dist/vendors/sources.js';

const [what, folder, text] = process.argv.slice(2);
const written = JSON.parse(text);
const path = join(folder, written.path);

async function read() {
  const source = findSource(written.format);
  const options = source.options.parse(written.options);
  // One for all files, as a night has it: what is known of them from the first is kept by it.
  const setting = { path, timeZone: 'UTC' };
  let records = 0;
  for (const file of await filesAt(path))
    for await (const item of source.read(openInput(file), options, setting))
      if ('record' in item) records++;
      else throw new Error(item.fault);
  return records;
}

async function plain() {
  let records = 0;
  for (const file of await filesAt(folder)) {
    if (file.endsWith('.csv'))
      for await (const row of createReadStream(file).pipe(parse()))
        records += row.length > 0 ? 1 : 0;
    else
      for await (const line of createInterface({ input: createReadStream(file) }))
        if (JSON.parse(line)) records++;
  }
  return records;
}

// Of the processor, since other work shares it; what loading takes is left out.
const from = process.cpuUsage();
const records = await (what === 'read' ? read() : plain());
const { user, system } = process.cpuUsage(from);
const seconds = (user + system) / 1e6;
process.stdout.write(
  JSON.stringify({ seconds, records, peak: process.resourceUsage().maxRSS / 1024 }),
);
