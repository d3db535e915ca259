/** What each vendor's format carries of our records; the page of the docs is what this finds. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { simulate } from '../../src/simulate/simulate.js';
import { writeSimulation } from '../../src/simulate/write.js';
import {
  carriedBy,
  type RecordsRead,
  recordsOf,
  type Share,
  type Shares,
} from '../support/carried.js';
import { type WrittenFormatName, writtenFormats } from '../support/written-formats.js';

const options = { world: 'lender', journeys: 60, seed: 5, from: '2026-10-05', days: 3 } as const;
const names = Object.keys(writtenFormats) as WrittenFormatName[];
const all = simulate(options);
const sessionOf = new Map(
  all.truth.flatMap(({ session_id, contact_id }): [string, string][] =>
    contact_id === null ? [] : [[contact_id, session_id]],
  ),
);

const folder = mkdtempSync(join(tmpdir(), 'handback-carried-'));
const read = new Map<string, RecordsRead>();
beforeAll(async () => {
  await writeSimulation(folder, {
    ...options,
    formats: names.filter((name) => name !== 'genesys-cloud-agents'),
  });
  const agentsAlone = join(folder, 'agents');
  await writeSimulation(agentsAlone, { ...options, formats: ['genesys-cloud-agents'] });
  for (const name of names)
    read.set(
      name,
      await recordsOf(name === 'genesys-cloud-agents' ? agentsAlone : folder, writtenFormats[name]),
    );
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe.each(names)('%s', (name) => {
  const { sides } = writtenFormats[name];

  it('is read whole: every session, every contact, and nothing set aside', () => {
    const { sessions, contacts, faults } = read.get(name) ?? { faults: ['not read'] };
    expect(faults).toEqual([]);
    if (sides.includes('bot')) expect(sessions?.size).toBe(all.sessions.length);
    if (sides.includes('agent')) expect(contacts?.size).toBe(all.contacts.length);
  });
});

it('keeps the page of the docs as the formats are', async () => {
  await expect(page()).toMatchFileSnapshot('../../docs/vendors/README.md');
});

function page(): string {
  const shares = names.map((name) => {
    const records = read.get(name);
    if (!records) throw new Error(`${name} was not read`);
    return { name, ...carriedBy(all, records, writtenFormats[name], sessionOf) };
  });
  return `${head}
## Bot logs

${table(shares.map(({ name, bot }) => [name, bot]))}

## Agent records

${table(shares.map(({ name, agent }) => [name, agent]))}
`;
}

const head = `# Vendors

A page a vendor says where its export is made, how the join key gets through, how long the data are kept and which options there are.

These tables say what a format can carry of a conversation. They are written by a test (\`npx vitest run -u test/vendors/carried.test.ts\`): the simulator
writes the same days in each format as an integration usually fills it, the connector reads them, and each field of what was written is looked for in what
was read. Empty: all of it comes back (98 of 100 values or more). Part: a share does, in percent. **no**: the format has no place for it, or none that we know, and what rests on it is
not found or rests on less. Times may be off by up to a second; what agents did first and last stands for when a contact was answered and ended, where nothing else says it, and counts as
"no" here.
`;

function table(columns: (readonly [string, Shares])[]): string {
  const own = columns.filter(([, shares]) => Object.keys(shares).length > 0);
  const rows = Object.keys(own[0]?.[1] ?? {}).map(
    (field) => `| ${field} | ${own.map(([, shares]) => said(shares[field])).join(' | ')} |`,
  );
  return [
    `| | ${own.map(([name]) => `\`${name}\``).join(' | ')} |`,
    `| --- |${' --- |'.repeat(own.length)}`,
    ...rows,
  ].join('\n');
}

function said(share: Share | undefined): string {
  const part = share && share.of > 0 ? share.kept / share.of : 0;
  if (part >= 0.98) return '';
  return part < 0.02 ? '**no**' : `${Math.round(100 * part)} %`;
}
