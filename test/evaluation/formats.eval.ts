/**
 * Each log format's round trip: a world written in it by the simulator, read by its connector, and the night on it beside
 * the night on our own records. HANDBACK_JOURNEYS and HANDBACK_WORLD name another world.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { stringify } from 'yaml';
import { run as nightly } from '../../src/commands/nightly.js';
import { simulationFacts } from '../../src/simulate/facts.js';
import type { WriteOptions } from '../../src/simulate/options.js';
import { writeSimulation } from '../../src/simulate/write.js';
import { plainId } from '../support/carried.js';
import { outside } from '../support/outside.js';
import {
  type WrittenFormat,
  type WrittenFormatName,
  writtenFormats,
} from '../support/written-formats.js';

const options: WriteOptions = {
  world: (process.env.HANDBACK_WORLD ?? 'telco') as WriteOptions['world'],
  journeys: Number(process.env.HANDBACK_JOURNEYS ?? 400),
  seed: 21,
  from: '2026-10-05',
  days: 14,
};
const lastDay = '2026-10-18';
const folder = mkdtempSync(join(tmpdir(), 'handback-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Said {
  sessions: number;
  contacts: number;
  links: Set<string>;
  findings: Set<string>;
  text: string;
}
interface JourneyLine {
  session_id: string;
  contact_id: string | null;
  link: { status: string };
  findings: { category: string; slot?: string }[];
}

const own = { bot: 'sessions.ndjson', agent: 'contacts.ndjson' };

/** Of a side that the format does not have, our own records are read. */
function sourcesOf(world: string, written: WrittenFormat | null) {
  const missing = (['bot', 'agent'] as const).filter((side) => !written?.sides.includes(side));
  return [
    ...(written
      ? [{ format: written.format, path: join(world, written.path), options: written.options }]
      : []),
    ...missing.map((side) => ({ format: 'handback', path: join(world, own[side]) })),
  ];
}

async function nightOn(
  name: string,
  world: string,
  written: WrittenFormat | null,
  sessionOf: ReadonlyMap<string, string>,
): Promise<Said> {
  const cwd = join(folder, `night-${name}`);
  mkdirSync(cwd);
  const facts = simulationFacts(options);
  const config = {
    bot: { timezone: facts.timeZone },
    sources: sourcesOf(world, written),
    training_data: { format: 'rasa', path: join(world, 'training') },
    verification: facts.verificationSlots,
  };
  writeFileSync(join(cwd, 'handback.yaml'), stringify(config));
  const night = await nightly({ config: 'handback.yaml', date: lastDay }, outside(cwd));
  const { folder: out } = night.data as { folder: string };
  const journeys = readFileSync(join(out, 'journeys.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as JourneyLine);
  // A container of both sides has one id for them.
  const contact = (id: string) => plainId(sessionOf.get(plainId(id)) ?? id);
  return {
    sessions: journeys.length,
    contacts: new Set(journeys.flatMap(({ contact_id: id }) => id ?? [])).size,
    links: new Set(
      journeys.flatMap(({ session_id: id, contact_id: to, link }) =>
        link.status === 'linked' && to !== null ? [`${plainId(id)} ${contact(to)}`] : [],
      ),
    ),
    findings: new Set(
      journeys.flatMap(({ session_id: id, findings }) =>
        findings.map(({ category, slot = '' }) => `${plainId(id)} ${category} ${slot}`),
      ),
    ),
    text: night.text,
  };
}

const shared = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>) =>
  [...a].filter((one) => b.has(one)).length;
const share = (part: number, whole: number) => (whole === 0 ? '-' : (part / whole).toFixed(3));

/** Which kinds of findings are missing, and which are more. */
function differences(ours: ReadonlySet<string>, theirs: ReadonlySet<string>): string {
  const counts = new Map<string, [number, number]>();
  const count = (from: ReadonlySet<string>, other: ReadonlySet<string>, at: 0 | 1) => {
    for (const one of from) {
      if (other.has(one)) continue;
      const category = one.split(' ')[1] ?? '';
      const pair = counts.get(category) ?? [0, 0];
      pair[at]++;
      counts.set(category, pair);
    }
  };
  count(ours, theirs, 0);
  count(theirs, ours, 1);
  return [...counts]
    .sort((a, b) => b[1][0] + b[1][1] - a[1][0] - a[1][1])
    .slice(0, 6)
    .map(([category, [less, more]]) => `${category} -${less} +${more}`)
    .join(', ');
}

it('says on each format what it says on our own records, but for what the format lacks', async () => {
  const world = join(folder, 'world');
  const alone = join(folder, 'alone');
  const only = process.env.HANDBACK_FORMATS?.split(',');
  const names = (Object.keys(writtenFormats) as WrittenFormatName[]).filter(
    (name) => only === undefined || only.includes(name),
  );
  await writeSimulation(world, {
    ...options,
    formats: names.filter((name) => name !== 'genesys-cloud-agents'),
  });
  await writeSimulation(alone, { ...options, formats: ['genesys-cloud-agents'] });
  const truth = readFileSync(join(world, 'truth.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { session_id: string; contact_id: string | null });
  const sessionOf = new Map(
    truth.flatMap(({ session_id, contact_id }): [string, string][] =>
      contact_id === null ? [] : [[plainId(contact_id), session_id]],
    ),
  );
  const ours = await nightOn('ours', world, null, sessionOf);
  const rows = [
    `our own records: ${ours.sessions} handoffs, ${ours.links.size} links, ${ours.findings.size} findings`,
  ];
  for (const name of names) {
    const place = name === 'genesys-cloud-agents' ? alone : world;
    const theirs = await nightOn(name, place, writtenFormats[name], sessionOf);
    const same = shared(ours.findings, theirs.findings);
    rows.push(
      `| ${name} | ${theirs.sessions} | ${theirs.links.size} | ${share(shared(ours.links, theirs.links), ours.links.size)} | ${share(same, theirs.findings.size)} | ${share(same, ours.findings.size)} | ${differences(ours.findings, theirs.findings)} |`,
    );
    console.log(rows.at(-1));
    expect(theirs.sessions).toBeGreaterThan(0);
  }
  console.log(
    [
      '',
      '| format | handoffs | links | links of ours | findings that are ours | ours that are found | most different |',
      ...rows,
    ].join('\n'),
  );
}, 3_600_000);
