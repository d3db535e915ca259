/** A bot of fifteen intents over seven weeks, its nights, and what they say of releases: whole nights, in this process. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { CommandOutcome } from '../../src/commands/command.js';
import { run as dismiss } from '../../src/commands/dismiss.js';
import { run as nightly } from '../../src/commands/nightly.js';
import { run as release } from '../../src/commands/release.js';
import { run as show } from '../../src/commands/show.js';
import { run as tickets } from '../../src/commands/tickets.js';
import type { BotDefinitionRecord, BotSessionRecord } from '../../src/domain/records.js';
import type { Ticket } from '../../src/domain/ticket.js';
import { addDays } from '../../src/lib/calendar.js';
import { outside } from '../support/outside.js';
import { config } from '../support/project.js';
import { seeded } from '../support/seeded.js';

const first = '2026-03-02';
const before = 28;
const live = addDays(first, before);
const after = 16;
const perDay = 25;
const errorRate = 0.2;
/** Of intents that nothing is wrong with. */
const usualErrors = 0.04;
/** What the rate of each intent's backend errors is multiplied by after the release. */
const effects: Record<string, number> = {
  repaired: 0.2,
  untouched: 1,
  laid_aside: 2.6,
  slow: 1,
  slower: 1,
  slowest: 1,
  idle: 1,
};
/** Handed over whatever happens; `stuck` until the release only. */
const handedOver = (intent: string, day: string): boolean =>
  intent === 'retrained' || (intent === 'stuck' && day <= live);
const intents = [
  ...Object.keys(effects),
  'retrained',
  'stuck',
  'pay',
  'move',
  'cancel',
  'order',
  'return',
  'track',
];

function sessionsOf(day: string, uniform: () => number): BotSessionRecord[] {
  const effect = (intent: string) => (day > live ? (effects[intent] ?? 1) : 1);
  return intents.flatMap((intent) =>
    Array.from({ length: perDay }, (_, n): BotSessionRecord => {
      const start = Date.parse(`${day}T08:00:00Z`) + Math.floor(uniform() * 36_000) * 1000;
      const at = (seconds: number) => new Date(start + seconds * 1000).toISOString();
      const fails = uniform() < (intent in effects ? errorRate * effect(intent) : usualErrors);
      const escalates = fails || handedOver(intent, day);
      return {
        type: 'bot_session',
        platform: 'flow',
        bot_id: 'helper',
        session_id: `${day}-${intent}-${n}`,
        started_at: at(0),
        channel: 'chat',
        outcome: escalates ? 'escalated' : 'contained',
        ...(escalates && { handoff: { at: at(60), reason: 'rule' } }),
        turns: [
          {
            at: at(0),
            actor: 'customer',
            text: `please help me with ${intent.replace('_', ' ')}`,
            intent: { name: intent, confidence: 0.97 },
          },
          fails
            ? {
                at: at(20),
                actor: 'bot',
                text: 'Something went wrong.',
                action: 'lookup',
                error: 'timeout',
              }
            : { at: at(20), actor: 'bot', text: 'That is done.', action: 'lookup' },
        ],
      };
    }),
  );
}

const definition = (day: string, phrase: string): BotDefinitionRecord => ({
  type: 'bot_definition',
  platform: 'flow',
  bot_id: 'helper',
  read_at: `${day}T07:00:00Z`,
  intents: intents.map((name) => ({
    name,
    examples: [name.replace('_', ' '), ...(name === 'retrained' ? [phrase] : [])],
  })),
  slots: [],
});

describe('a release, night by night', () => {
  const folder = mkdtempSync(join(tmpdir(), 'handback-releases-'));
  const world = outside(folder);
  const idOf = new Map<string, string>();
  const nights = new Map<number, CommandOutcome>();
  const night = (days: number) => addDays(live, days);
  const look = async (days: number) => {
    await nightly({ date: night(days), acceptData: true }, world);
    nights.set(days, await tickets({ date: night(days) }, world));
  };
  const fileOf = (days: number, name: string) =>
    readFileSync(join(folder, 'out', night(days), name), 'utf8');
  type Said = { id: string; verdict: string; status: string; days_left: number | null };
  const said = (days: number): Map<string, Said> => {
    const { releases } = parse(fileOf(days, 'tickets.yaml')) as { releases: { tickets: Said[] } };
    return new Map(releases.tickets.map((one) => [one.id, one]));
  };
  const statusOf = (days: number, intent: string) =>
    (nights.get(days)?.data as { tickets: Ticket[] } | undefined)?.tickets.find(
      ({ id }) => id === idOf.get(intent),
    )?.status;

  beforeAll(async () => {
    outside(join(folder, 'data'));
    writeFileSync(join(folder, 'handback.yaml'), config());
    const uniform = seeded(3);
    const records = Array.from({ length: before + 1 + after }, (_, i) =>
      sessionsOf(addDays(first, i), uniform),
    ).flat();
    const states = [definition(first, 'as it was'), definition(night(2), 'another way to say it')];
    writeFileSync(
      join(folder, 'data', 'all.ndjson'),
      [...states, ...records].map((one) => `${JSON.stringify(one)}\n`).join(''),
    );
    await look(-1);
    const seen = (nights.get(-1)?.data as { tickets: Ticket[] } | undefined)?.tickets ?? [];
    for (const { id, category, intent = '' } of seen) {
      if (category === 'backend_error') idOf.set(intent, id);
      if (category === 'dead_end_intent') idOf.set(`${intent}, a dead end`, id);
    }
    for (const intent of ['repaired', 'untouched', 'stuck, a dead end'])
      await release({ ticket: idOf.get(intent) ?? '', on: live, note: 'a retry' }, world);
    await dismiss({ ticket: idOf.get('laid_aside') ?? '', by: 'sam' }, world);
    await look(3);
    await look(after - 4);
    await look(after);
  }, 120_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is too early in the first days, and says for how long', () => {
    const one = said(3).get(idOf.get('repaired') ?? '');
    expect(one).toMatchObject({ verdict: 'too_early', status: 'released' });
    expect(one?.days_left).toBeGreaterThan(0);
    expect(nights.get(3)?.text).toMatch(/too_early +Too early: \d+ more days? until/);
    expect(statusOf(3, 'repaired')).toBe('released');
  });

  it('is verified where the rate fell, and the ticket says so', () => {
    const one = said(after).get(idOf.get('repaired') ?? '');
    expect(one).toMatchObject({ verdict: 'verified', status: 'verified', days_left: 0 });
    expect(fileOf(after, 'report.html')).toContain('Verified: the rate fell');
    expect(fileOf(after, 'summary.md')).toMatch(/Releases: 2 proven/);
  });

  it('follows a pattern too, though no night finds it any more', () => {
    expect(statusOf(-1, 'stuck, a dead end')).toBe('new');
    expect(statusOf(after, 'stuck, a dead end')).toBeUndefined();
    const one = said(after).get(idOf.get('stuck, a dead end') ?? '');
    expect(one).toMatchObject({ verdict: 'verified', status: 'verified' });
  });

  it('is not verified where nothing changed', () => {
    const id = idOf.get('untouched') ?? '';
    expect([3, after - 4, after].map((days) => said(days).get(id)?.verdict)).not.toContain(
      'verified',
    );
  });

  it('leaves a dismissed ticket aside until its rate has doubled', () => {
    expect(statusOf(3, 'laid_aside')).toBe('dismissed');
    expect(statusOf(after, 'laid_aside')).toBe('open');
  });

  it('notices changed training data that nobody has named, and the open tickets that it may answer', () => {
    const { releases } = parse(fileOf(after, 'tickets.yaml')) as {
      releases: { candidates: unknown };
    };
    expect(releases.candidates).toEqual([
      { day: night(2), intents: ['retrained'], tickets: [idOf.get('retrained, a dead end')] },
    ]);
  });

  it('compares with causes of intents that nobody changed', () => {
    const { releases } = JSON.parse(fileOf(after, 'metrics.json')) as {
      releases: { tickets: { id: string; verification: { controls: number } }[] };
    };
    // Fifteen intents, less the three released and the retrained one.
    const one = releases.tickets.find(({ id }) => id === idOf.get('repaired'));
    expect(one?.verification.controls).toBe(11);
  });

  it('shows a released ticket with its releases and verdicts', async () => {
    const { text } = await show({ id: idOf.get('repaired') ?? '' }, world);
    expect(text).toContain(`live since ${live} (a retry): verified: The rate fell:`);
  });

  it('says the same when the night runs again', async () => {
    const files = ['tickets.yaml', 'metrics.json', 'report.html', 'summary.md'];
    const once = files.map((name) => fileOf(after, name));
    await nightly({ date: night(after), acceptData: true }, world);
    expect(files.map((name) => fileOf(after, name))).toEqual(once);
  });

  it('refuses an unknown ticket, and a day on which it had never been seen', async () => {
    await expect(release({ ticket: 'hb-0', on: live }, world)).rejects.toThrow(
      'hb-0: no ticket of this id; "handback tickets" lists them',
    );
    const ticket = idOf.get('untouched') ?? '';
    await expect(release({ ticket, on: first }, world)).rejects.toThrow(
      `--on ${first}: ${ticket} was first seen on ${night(-1)}`,
    );
  });

  it('takes a release back, and says what there is where there is none of that day', async () => {
    const ticket = idOf.get('laid_aside') ?? '';
    await release({ ticket, on: night(1) }, world);
    await expect(release({ ticket, on: night(2), withdraw: true }, world)).rejects.toThrow(
      `${ticket} has no release of that day (${night(1)})`,
    );
    const { text } = await release({ ticket, on: night(1), withdraw: true }, world);
    expect(text).toContain('is taken back');
    const { data } = await show({ id: ticket }, world);
    expect(data).toMatchObject({ releases: [] });
  });
});
