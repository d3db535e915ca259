/** Short ways to write a session, a contact and a journey in a test. Times are seconds after 2026-03-02T09:00:00Z. */
import type { Contact, ContactTurn, Session, SessionTurn } from '../../src/domain/conversation.js';
import type { Journey, JourneyResult } from '../../src/domain/journey.js';
import type { Link } from '../../src/domain/link.js';

export const start = Date.parse('2026-03-02T09:00:00Z');

type Line<T> = Partial<Omit<T, 'at'>> & { at?: number };

/** `bot('Which date?', {asksFor: 'date'})`, `said('tomorrow', {...})`: turns without a time follow 10 s apart. */
export const bot = (text: string, more: Line<SessionTurn> = {}) => ({
  actor: 'bot' as const,
  text,
  ...more,
});
export const said = (text: string, more: Line<SessionTurn> = {}) => ({
  actor: 'customer' as const,
  text,
  ...more,
});
export const agent = (text: string, more: Line<ContactTurn> = {}) => ({
  actor: 'agent' as const,
  text,
  ...more,
});

function timed<T>(lines: (Line<T> & object)[], from: number): T[] {
  return lines.map((line, i) => ({ ...line, at: from + 1000 * (line.at ?? i * 10) }) as T);
}

export function session(
  lines: (Line<SessionTurn> & { actor: SessionTurn['actor'] })[],
  more: Partial<Session> = {},
): Session {
  const turns = timed<SessionTurn>(lines, start);
  const end = turns.at(-1)?.at ?? start;
  const sessionId = more.sessionId ?? 's-1';
  return {
    id: `test/bot/${sessionId}`,
    platform: 'test',
    botId: 'bot',
    sessionId,
    startedAt: start,
    endedAt: end,
    channel: 'chat',
    customer: {},
    outcome: 'escalated',
    handoff: { at: end + 1000 },
    turns,
    ...more,
  };
}

export function contact(
  lines: (Line<ContactTurn> & { actor: ContactTurn['actor'] })[],
  more: Partial<Contact> = {},
): Contact {
  const from = start + 300_000;
  const contactId = more.contactId ?? 'c-1';
  return {
    id: `desk/${contactId}`,
    platform: 'desk',
    contactId,
    startedAt: from,
    answeredAt: from + 30_000,
    endedAt: from + 600_000,
    channel: 'chat',
    origin: 'bot',
    customer: {},
    attributes: {},
    outcome: {},
    turns: timed<ContactTurn>(lines, from + 30_000),
    ...more,
  };
}

export function link(more: Partial<Link> = {}): Link {
  return {
    session: 'test/bot/s-1',
    contact: 'desk/c-1',
    method: 'key',
    probability: 1,
    legs: [],
    status: 'linked',
    candidates: 1,
    prior: 0,
    weights: [],
    rivals: [],
    ...more,
  };
}

export function journey(bot: Session, agentSide?: Contact, more: Partial<Link> = {}): Journey {
  return {
    session: bot,
    ...(agentSide && { contact: agentSide }),
    link: link({
      session: bot.id,
      contact: agentSide?.id ?? null,
      ...(agentSide ? {} : { method: 'none', status: 'none', probability: 1 }),
      ...more,
    }),
  };
}

/** What detection would say of a plain linked journey without findings. */
const nothing = { score: null, judged: {} };
const nothingJudged = { bot: nothing, handoff: nothing, agent: nothing };

export function result(more: Partial<JourneyResult> = {}): JourneyResult {
  const sessionId = more.sessionId ?? 's-1';
  return {
    session: `test/bot/${sessionId}`,
    sessionId,
    contact: 'desk/c-1',
    contactId: 'c-1',
    link: link({ session: `test/bot/${sessionId}` }),
    startedAt: start,
    handoffAt: start + 120_000,
    handoff: { reason: 'rule', inferred: false },
    day: '2026-03-02',
    hour: 9,
    channel: 'chat',
    outcome: {},
    ledger: [],
    findings: [],
    effort: { bot: 120, wait: 60, identify: 20, explain: 40, solve: 300 },
    repeats: 0,
    repeatSeconds: null,
    trueIntent: { name: null, probability: 0, signals: [], standing: 'none' },
    score: null,
    scores: nothingJudged,
    resolution: [],
    quotes: {},
    ...more,
  };
}
