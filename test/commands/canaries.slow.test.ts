/** Planted personal values through a whole night: nobody may read them in anything that the night leaves behind. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Canary, canaries } from '../redact/canary-corpus.js';
import { config, createProject, type Ran } from '../support/project.js';

const sessions = 350;
const each = 6;
const corpus = canaries(sessions * each, 20261123);
const limit = 0.005;
/** Training phrases that people copied from what customers said; no question stands before them. */
const taught = canaries(400, 7)
  .filter(({ question }) => question === undefined)
  .slice(0, 80);
const training = {
  type: 'bot_definition',
  platform: 'desk',
  bot_id: 'bot',
  read_at: '2026-10-01T00:00:00Z',
  intents: [
    { name: 'inform', examples: taught.map(({ text }) => text) },
    { name: 'track', examples: ['where is my parcel', 'my parcel never came'] },
  ],
  slots: [{ name: 'remark', prompts: [`Say it, for example "${taught[0]?.text}"`] }],
};

const minute = (session: number, second: number) =>
  new Date(Date.UTC(2026, 9, 5, 8) + session * 600_000 + second * 1000).toISOString();

type Turn = { at: string; actor: string; text: string };

function talk(session: number, from: number, asker: string, own: readonly Canary[]): Turn[] {
  return own.flatMap(({ question, text }, i) => [
    { at: minute(session, from + 20 * i), actor: asker, text: question ?? 'Go on.' },
    { at: minute(session, from + 20 * i + 9), actor: 'customer', text },
  ]);
}

/** Both sides of one handoff, with planted values in every place that a value may come in. */
function records(session: number): object[] {
  const own = corpus.slice(session * each, (session + 1) * each);
  const [first, , ...rest] = own;
  if (!first) return [];
  // A summary and a comment answer no question; a bare name there is a word like any other.
  const told = own.find(({ question }) => question === undefined)?.text ?? 'nothing';
  const bot = talk(session, 0, 'bot', own.slice(0, 3));
  const slots = { [first.kind]: first.value };
  return [
    {
      type: 'bot_session',
      platform: 'desk',
      bot_id: 'bot',
      session_id: `s${session}`,
      started_at: minute(session, 0),
      channel: first.spelling === 'voice' ? 'voice' : 'chat',
      customer: { [first.kind]: first.value },
      outcome: 'escalated',
      handoff: {
        at: minute(session, 90),
        key: `k${session}`,
        reason: 'user_request',
        context: { level: 'summary', text: told },
      },
      turns: bot.map((turn, i) => (i === 1 ? { ...turn, slots } : turn)),
    },
    {
      type: 'agent_contact',
      platform: 'desk',
      contact_id: `c${session}`,
      started_at: minute(session, 100),
      answered_at: minute(session, 110),
      ended_at: minute(session, 400),
      channel: first.spelling === 'voice' ? 'voice' : 'chat',
      origin: 'bot',
      handoff_key: `k${session}`,
      attributes: { note: told },
      outcome: { reason: 'other', csat: 2, csat_scale: 5 },
      turns: talk(session, 115, 'agent', rest),
    },
    {
      type: 'survey',
      contact_id: `c${session}`,
      responded_at: minute(session, 500),
      csat: 1,
      csat_scale: 5,
      comment: told,
    },
  ];
}

/** Records that fail, with a value where the failure is. */
const broken = corpus.slice(0, 60).map(({ value }, i) => {
  const [session = {}] = records(i);
  if (i % 3 === 0) return `{"type": "bot_session", "session_id": "x${i}", "phone": ${value}`;
  const wrong = i % 3 === 1 ? { channel: value } : { started_at: value, outcome: value };
  return JSON.stringify({ ...session, session_id: `x${i}`, ...wrong });
});

const bare = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
/** Shorter ones stand in hashes and names by chance. */
const tellingLength = 9;

function everything(folder: string, ran: readonly Ran[]): string {
  const left = ['.handback', 'out'].flatMap((root) =>
    readdirSync(join(folder, root), { recursive: true, encoding: 'utf8' })
      .map((name) => join(folder, root, name))
      .filter((file) => statSync(file).isFile())
      .map((file) => readFileSync(file, 'utf8')),
  );
  return [...left, ...ran.flatMap(({ stdout, stderr }) => [stdout, stderr])].join('\n');
}

describe('a night of planted values', () => {
  const project = createProject();
  const ran: Ran[] = [];
  let left = '';

  beforeAll(async () => {
    project.write(
      'handback.yaml',
      [
        config(),
        'maximum_quarantine_share: 1',
        'training_data: {format: handback, path: training.ndjson}',
      ].join('\n'),
    );
    project.write('training.ndjson', [training]);
    project.write('data/all.ndjson', Array.from({ length: sessions }, (_, i) => records(i)).flat());
    project.write('data/broken.ndjson', `${broken.join('\n')}\n`);
    // A file of which nothing can be used would make the night suspect, and keep its results out of the database.
    ran.push(await project.run('nightly', '--accept-data'));
    for (const command of ['status', 'journeys']) ran.push(await project.run(command));
    ran.push(await project.run('show', 's0'));
    left = everything(project.folder, ran);
  }, 120_000);
  afterAll(() => project.remove());

  it('ran on all of them', () => {
    expect(ran[0]?.stderr).toBe('');
    expect(ran[0]?.code).toBe(0);
    expect(left).toContain('broken.ndjson');
    expect(left.match(/⟨[a-z_]+:[0-9a-f]+⟩/g)?.length).toBeGreaterThan(corpus.length / 2);
  });

  it('read its training data', () => {
    expect(left).toContain('never came');
    expect(taught.length).toBe(80);
  });

  it('leaves none of them readable in the database, the outputs, the messages or the logs', () => {
    const words = left.toLowerCase();
    const run = bare(left);
    const found = [...corpus, ...taught].filter(({ value }) => {
      const plain = bare(value);
      return plain.length >= tellingLength
        ? run.includes(plain)
        : plain.length >= 6 && words.includes(value.toLowerCase());
    });
    const tried = corpus.filter(({ value }) => bare(value).length >= 6);
    expect(tried.length).toBeGreaterThan(800);
    const report = found.slice(0, 20).map(({ kind, text }) => `${kind}: ${text}`);
    expect(found.length / tried.length, report.join('\n')).toBeLessThanOrEqual(limit);
  });
});
