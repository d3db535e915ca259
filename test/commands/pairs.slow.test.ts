/** From a folder of two vendors' exports, as a user has them, to a report with links: no edit of the config, and later days' files are read. */
import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run as init } from '../../src/commands/init.js';
import { run as nightly } from '../../src/commands/nightly.js';
import type { SimulationFormat } from '../../src/simulate/options.js';
import { writeSimulation } from '../../src/simulate/write.js';
import { createFolder, type Folder } from '../ingest/reading.js';
import { outside } from '../support/outside.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const options = { world: 'telco', journeys: 60, seed: 4, from: '2026-10-05', days: 3 } as const;
const ours = /(?:sessions|contacts|truth)\.ndjson$/;
const lastDay = /2026-10-07/;

/** Copies what a user would have of these days. */
function deliver(to: string, isDelivered: (name: string) => boolean): void {
  const made = join(folder.path, 'made');
  mkdirSync(join(folder.path, to), { recursive: true });
  cpSync(made, join(folder.path, to), {
    recursive: true,
    filter: (path) =>
      !ours.test(path) && (!/\.\w+$/.test(path) || isDelivered(relative(made, path))),
  });
}

interface Line {
  session_id: string;
  link: { status: string };
}

async function night(date: string): Promise<Line[]> {
  const { data } = await nightly({ date }, outside(folder.path));
  const { folder: out } = data as { folder: string };
  expect(readdirSync(out)).toContain('report.html');
  return readFileSync(join(out, 'journeys.ndjson'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);
}

describe('a new user’s first night', () => {
  it.each<[string, SimulationFormat[], string[]]>([
    [
      'Lex and Connect',
      ['amazon-lex-v2', 'amazon-connect'],
      ['amazon-lex-v2: exports/lex/conversation-logs-*.jsonl'],
    ],
    [
      'Dialogflow CX and Genesys',
      ['dialogflow-cx', 'genesys-cloud-agents'],
      ['genesys-cloud: exports/genesys/conversation-details-*.jsonl'],
    ],
    ['Rasa and Zendesk', ['rasa-broker', 'zendesk'], ['zendesk: exports/zendesk/tickets-*.jsonl']],
    [
      'Copilot Studio and Salesforce',
      ['copilot-studio', 'salesforce'],
      ['bot-framework: exports/copilot-studio/conversationtranscripts_*.csv'],
    ],
    [
      'watsonx and Twilio Flex',
      ['watsonx', 'twilio-flex'],
      ['watsonx: exports/watsonx/logs-*.jsonl', 'twilio-flex: exports/twilio/tasks-*.jsonl'],
    ],
  ])('%s', async (_, formats, said) => {
    await writeSimulation(join(folder.path, 'made'), { ...options, formats });
    deliver('exports', (name) => !lastDay.test(name));
    const { text } = await init({ folder: 'exports' }, outside(folder.path));
    for (const line of said) expect(text).toContain(line);
    expect(text).not.toMatch(/no bot log|no agent records|no known format/);
    const first = await night('2026-10-06');
    const isLinked = ({ link }: Line) => link.status === 'linked';
    expect(first.filter(isLinked).length).toBeGreaterThan(0.5 * first.length);

    rmSync(join(folder.path, 'exports'), { recursive: true });
    deliver('exports', () => true);
    const second = await night('2026-10-07');
    expect(second.length).toBeGreaterThan(first.length);
    expect(second.filter(isLinked).length).toBeGreaterThan(first.filter(isLinked).length);
  });
});
