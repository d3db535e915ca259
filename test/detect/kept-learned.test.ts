import { beforeAll, describe, expect, it } from 'vitest';
import {
  createJudge,
  createTracer,
  hearBy,
  learnFrom,
  type NightModels,
  readLearned,
  type Trace,
  writeLearned,
} from '../../src/detect/detect.js';
import type { Journey } from '../../src/domain/journey.js';
import { agent, bot, contact, journey, said, session } from '../support/conversations.js';
import { context, shadow, wrote } from './support.js';

const made = context({ train: () => shadow });

/** The bot has asked for the title; the agent asks for the branch, and for a number that no slot has. */
function journeyOf(n: number): Journey {
  const wish = n % 2 === 0 ? 'please renew my loan' : 'I want to reserve a room';
  const chat = session(
    [
      said(wish, {
        intent: { name: n % 2 === 0 ? 'renew_loan' : 'reserve_room', confidence: 0.9, ranking: [] },
      }),
      bot('Which title is it?', { asksFor: 'title' }),
      said(`the book of ${n % 7} seas`),
    ],
    { sessionId: `s-${n}` },
  );
  const call = contact(
    [
      agent('Hello, how can I help?'),
      wrote(wish),
      agent('Which branch is that?'),
      wrote(['Mill Road', 'Central', 'Eastgate'][n % 3] ?? ''),
      agent('And what is your reader pin?'),
      wrote(String(4400 + n)),
    ],
    { contactId: `c-${n}`, outcome: { reason: n % 2 === 0 ? 'RENEWAL' : 'ROOM' } },
  );
  return journey(chat, call);
}

const journeys = Array.from({ length: 80 }, (_, n) => journeyOf(n));

describe('what was learned and kept', () => {
  let traces: Trace[];
  let models: NightModels;
  let again: NightModels;
  beforeAll(async () => {
    traces = journeys.map(createTracer(made));
    models = await learnFrom(traces, made, async () => {});
    const learned = readLearned(writeLearned(models), models.lessons, made);
    again = await hearBy(
      learned,
      traces,
      () => true,
      made,
      async () => {},
    );
  });

  it('hears the same of the journeys that it was learned from', () => {
    expect(models.asking).not.toBeNull();
    expect(models.lessons.length).toBeGreaterThan(0);
    expect(again.words).toEqual(models.words);
    expect([...again.asks.values()].flat().length).toBeGreaterThan(journeys.length);
    expect(new Map([...again.asks].sort())).toEqual(new Map([...models.asks].sort()));
  });

  it('judges a journey as it was judged then', () => {
    expect(journeys.map(createJudge(again, made))).toEqual(journeys.map(createJudge(models, made)));
  });

  it('judges a journey by its trace as by its transcripts', () => {
    const own = new Map(traces.map((trace) => [trace.session, trace]));
    const judged = journeys.map(createJudge(models, made));
    expect(journeys.map(createJudge(models, made, own))).toEqual(judged);
  });

  it('reads the questions of another reading of the bot again', () => {
    const silent = new Map(
      traces.map((trace) => [trace.session, { ...trace, told: 'other', questions: [] }]),
    );
    const judged = journeys.map(createJudge(models, made));
    expect(journeys.map(createJudge(models, made, silent))).toEqual(judged);
  });

  it('is without customers’ words', () => {
    const kept = Buffer.from(writeLearned(models)).toString('latin1');
    expect(kept).toContain('branch');
    expect(kept).not.toContain('seas');
  });
});
