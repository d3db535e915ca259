/** What every store must do, whatever database is behind it. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BotDefinition, Contact, Session, Survey } from '../../src/domain/conversation.js';
import type { Link } from '../../src/domain/link.js';
import type { DayCounts, StoredVerification } from '../../src/domain/release.js';
import type { Ticket } from '../../src/domain/ticket.js';
import type { Store } from '../../src/store/store.js';
import { agent, contact, link, result, said, session, start } from '../support/conversations.js';

const sessionOf = (n: number, more: Partial<Session> = {}): Session =>
  session([said(`message ${n}`)], { sessionId: `s-${n}`, startedAt: start + n * 1000, ...more });
const contactOf = (n: number, more: Partial<Contact> = {}): Contact =>
  contact([agent(`answer ${n}`)], { contactId: `c-${n}`, startedAt: start + n * 1000, ...more });

async function all<T>(pages: AsyncIterable<T[]>): Promise<T[]> {
  const items: T[] = [];
  for await (const page of pages) items.push(...page);
  return items;
}

export function storeContract(name: string, open: () => Store): void {
  describe(`${name} as a store`, () => {
    let store: Store;
    beforeEach(() => {
      store = open();
    });
    afterEach(() => store.close());

    it('gives back what was put in, in order of time, over many pages', async () => {
      const sessions = Array.from({ length: 1203 }, (_, i) => sessionOf(i));
      await store.saveSessions([...sessions].reverse());
      expect(await all(store.sessions({ from: start, to: start + 2_000_000 }))).toEqual(sessions);
      const contacts = Array.from({ length: 3 }, (_, i) => contactOf(i));
      await store.saveContacts(contacts);
      expect(await all(store.contacts({ from: start, to: start + 2_000_000 }))).toEqual(contacts);
    });

    it('takes the span from its first moment and stops before its last', async () => {
      await store.saveSessions([sessionOf(0), sessionOf(1), sessionOf(2)]);
      const found = await all(store.sessions({ from: start + 1000, to: start + 2000 }));
      expect(found.map(({ sessionId }) => sessionId)).toEqual(['s-1']);
    });

    it('pages through records of the same moment without losing or repeating one', async () => {
      const same = Array.from({ length: 1001 }, (_, i) => sessionOf(i, { startedAt: start }));
      await store.saveSessions(same);
      const found = await all(store.sessions({ from: start, to: start + 1 }));
      expect(new Set(found.map(({ id }) => id)).size).toBe(1001);
    });

    it('writes the same record once, and a changed one over the old', async () => {
      expect(await store.saveSessions([sessionOf(1)])).toEqual({ added: 1, changed: 0, same: 0 });
      expect(await store.saveSessions([sessionOf(1)])).toEqual({ added: 0, changed: 0, same: 1 });
      const changed = sessionOf(1, { outcome: 'contained' });
      expect(await store.saveSessions([changed])).toEqual({ added: 0, changed: 1, same: 0 });
      expect(await store.sessionsById(['test/bot/s-1'])).toEqual([changed]);
      expect(await store.counts()).toMatchObject({ sessions: 1 });
    });

    it('joins the answers of one survey, whatever rows and files they come in', async () => {
      const answer = (more: Partial<Survey>): Survey => ({
        id: 'c-1',
        contactId: 'c-1',
        customer: {},
        ...more,
      });
      const rows = [answer({ csat: 75, respondedAt: 2 }), answer({ ces: 2, respondedAt: 2 })];
      expect(await store.saveSurveys(rows)).toEqual({ added: 1, changed: 0, same: 0 });
      await store.saveSurveys([answer({ nps: 9, csat: 0, respondedAt: 1 })]);
      const whole = answer({ csat: 75, ces: 2, nps: 9, respondedAt: 2 });
      expect(await store.allSurveys()).toEqual([whole]);
      for (const again of rows)
        expect(await store.saveSurveys([again])).toEqual({ added: 0, changed: 0, same: 1 });
      await store.saveSurveys([answer({ csat: 100, respondedAt: 3 })]);
      expect(await store.allSurveys()).toEqual([{ ...whole, csat: 100, respondedAt: 3 }]);
      await store.saveSurveys([
        answer({ ces: 5, respondedAt: 2 }),
        answer({ nps: 3, respondedAt: 1 }),
      ]);
      const mended = { ...whole, csat: 100, ces: 5, nps: 3, respondedAt: 3 };
      expect(await store.allSurveys()).toEqual([mended]);
    });

    it('keeps of two readings of a session the later one, whichever comes first', async () => {
      const turn = { at: start, actor: 'customer' as const, text: 'hello' };
      const younger = sessionOf(1, { endedAt: start + 9000, turns: [turn, turn] });
      const older = sessionOf(1, { endedAt: start + 5000, turns: [turn, turn, turn] });
      const shorter = sessionOf(1, { endedAt: start + 9000, turns: [turn] });
      for (const order of [
        [younger, older, shorter],
        [older, shorter, younger],
      ]) {
        for (const session of order) await store.saveSessions([session]);
        expect(await store.sessionsById([younger.id])).toEqual([younger]);
      }
      expect(await store.saveSessions([older])).toEqual({ added: 0, changed: 0, same: 1 });
    });

    it('keeps releases in order of their day, takes one back, and gives a night those up to it', async () => {
      await store.saveRelease({ ticket: 'hb-1', on: '2026-03-09', note: 'a retry' });
      await store.saveRelease({ ticket: 'hb-2', on: '2026-03-04' });
      await store.saveRelease({ ticket: 'hb-1', on: '2026-03-09', note: 'two retries' });
      expect(await store.releases('2026-03-09')).toEqual([
        { ticket: 'hb-2', on: '2026-03-04' },
        { ticket: 'hb-1', on: '2026-03-09', note: 'two retries' },
      ]);
      expect(await store.releases('2026-03-08')).toHaveLength(1);
      expect(await store.removeRelease({ ticket: 'hb-2', on: '2026-03-05' })).toBe(false);
      expect(await store.removeRelease({ ticket: 'hb-2', on: '2026-03-04' })).toBe(true);
      expect(await store.releases('2026-03-09')).toHaveLength(1);
    });

    it('keeps of each day what the newest night counted, whichever runs last', async () => {
      const counts = (day: string, sessions: number): DayCounts => ({
        day,
        sessions,
        linked: 0,
        intents: [['pay', sessions]],
        causes: [],
      });
      await store.saveNight('2026-03-03', {
        dayCounts: [counts('2026-03-02', 5), counts('2026-03-03', 5)],
      });
      await store.saveNight('2026-03-04', {
        dayCounts: [counts('2026-03-03', 6), counts('2026-03-04', 6)],
      });
      await store.saveNight('2026-03-03', {
        dayCounts: [counts('2026-03-02', 7), counts('2026-03-03', 7)],
      });
      const found = await store.dayCounts('2026-03-01', '2026-03-03');
      expect(found).toEqual([counts('2026-03-02', 7), counts('2026-03-03', 6)]);
    });

    it('gives what the last night before one said of each day and week', async () => {
      const said = (period: string, handoffs: number | null) => ({ period, figures: { handoffs } });
      await store.saveNight('2026-03-02', {
        figures: [said('2026-03-01', 3), said('2026-W09', 9)],
      });
      await store.saveNight('2026-03-03', {
        figures: [said('2026-03-01', 4), said('2026-03-02', null)],
      });
      await store.saveNight('2026-03-04', { figures: [said('2026-03-01', 5)] });
      await store.saveNight('2026-03-03', {
        figures: [said('2026-03-01', 6), said('2026-03-02', null)],
      });
      expect(await store.statedFigures('2026-03-04')).toEqual([
        { ...said('2026-03-01', 6), night: '2026-03-03' },
        { ...said('2026-03-02', null), night: '2026-03-03' },
        { ...said('2026-W09', 9), night: '2026-03-02' },
      ]);
      expect(await store.statedFigures('2026-03-02')).toEqual([]);
    });

    it('gives the newest verdict of each release from before a night, and replaces a night’s own', async () => {
      const said = (ticket: string, night: string, release = '2026-03-01'): StoredVerification => ({
        ticket,
        verification: {
          verdict: 'too_early',
          release,
          night,
          change: null,
          rate: { before: 4, after: null },
          days: { before: 28, after: 0, announced: 20 },
          daysLeft: 20,
          controls: 3,
          note: 'Too early.',
        },
      });
      await store.saveNight('2026-03-02', { verifications: [said('hb-1', '2026-03-02')] });
      const later = [said('hb-1', '2026-03-03'), said('hb-1', '2026-03-03', '2026-03-03')];
      await store.saveNight('2026-03-03', { verifications: later });
      expect(await store.verifications('2026-03-02')).toEqual([]);
      expect(await store.verifications('2026-03-03')).toEqual([said('hb-1', '2026-03-02')]);
      expect(await store.verifications('2026-03-04')).toEqual(later);
      expect(await store.verificationsOf('2026-03-03')).toEqual(later);
      await store.saveNight('2026-03-03', { verifications: [] });
      expect(await store.verifications('2026-03-04')).toEqual([said('hb-1', '2026-03-02')]);
    });

    it('knows what was decided of a ticket from which day on, and the last word of a day', async () => {
      const ticket = { id: 'hb-1', rank: 1, listed: true } as Ticket;
      await store.saveNight('2026-03-02', { tickets: [ticket] });
      await store.saveTicketState({ id: 'hb-1', on: '2026-03-04', status: 'accepted' });
      await store.saveTicketState({ id: 'hb-1', on: '2026-03-04', status: 'dismissed', by: 'sam' });
      const of = async (night: string) => (await store.ticketHistory(night))[0];
      expect(await of('2026-03-03')).toMatchObject({ status: 'open' });
      expect(await of('2026-03-05')).toMatchObject({
        status: 'dismissed',
        decidedOn: '2026-03-04',
      });
    });

    it('gives every state of one bot’s training data from before a moment, in order', async () => {
      const state = (readAt: number, text: string, botId = 'bot'): BotDefinition => ({
        platform: 'test',
        botId,
        readAt,
        intents: [{ name: 'pay', examples: [text], requiredSlots: [] }],
        slots: [],
      });
      for (const one of [state(20, 'b'), state(10, 'a'), state(15, 'c', 'other'), state(30, 'd')])
        await store.saveDefinition(one);
      const found = await store.definitions({ platform: 'test', botId: 'bot' }, 30);
      expect(found).toEqual([state(10, 'a'), state(20, 'b')]);
    });

    it('gives each handoff’s newest link of the nights before, and replaces a night’s own', async () => {
      await store.saveSessions([sessionOf(1), sessionOf(2)]);
      const said = (n: number, more: Partial<Link> = {}) => ({
        link: link({ session: `test/bot/s-${n}`, ...more }),
        handoffAt: start + n * 1000,
      });
      const learned = { model: null, clocks: [{ platform: 'desk', aheadSeconds: 9, pairs: 30 }] };
      await store.saveNight('2026-03-02', { links: [said(1), said(2)], learnedLinks: learned });
      await store.saveNight('2026-03-03', {
        links: [said(1, { contact: 'desk/c-9' })],
        learnedLinks: learned,
      });
      const span = { from: start, to: start + 1_000_000 };
      const contactsOn = async (night: string, of = span) =>
        [...(await store.earlierLinks(night, of)).values()].map(({ contact: c }) => c).sort();
      expect(await contactsOn('2026-03-02')).toEqual([]);
      expect(await contactsOn('2026-03-03')).toEqual(['desk/c-1', 'desk/c-1']);
      expect(await contactsOn('2026-03-04')).toEqual(['desk/c-1', 'desk/c-9']);
      expect(await contactsOn('2026-03-04', { ...span, from: start + 2000 })).toEqual(['desk/c-1']);
      await store.saveNight('2026-03-03', { links: [], learnedLinks: learned });
      expect(await contactsOn('2026-03-04')).toEqual(['desk/c-1', 'desk/c-1']);
      expect(await store.learnedLinks('2026-03-03')).toEqual(learned);
      expect(await store.learnedLinks('2026-03-04')).toBeNull();
    });

    it('marks the hours of handoffs and contacts, so that another record shows, and the order does not', async () => {
      const hourMs = 3_600_000;
      const span = { from: start - hourMs, to: start + 3 * hourMs };
      const hour = Math.floor(start / hourMs);
      const handed = (at: number) => ({ handoff: { at, reason: 'user_request' as const } });
      const [one, two] = [sessionOf(1, handed(start)), sessionOf(2, handed(start))];
      const late = contactOf(3, { startedAt: start + 2 * hourMs });
      await store.saveSessions([two, one, sessionOf(4, { startedAt: start + hourMs })]);
      const before = await store.recordMarks(span);
      expect(Object.keys(before)).toEqual([String(hour)]);
      await store.saveContacts([late]);
      const after = await store.recordMarks(span);
      expect(after).toEqual({ ...before, [hour + 2]: expect.any(String) });
      await store.saveSessions([{ ...one, outcome: 'abandoned' }]);
      expect((await store.recordMarks(span))[hour]).not.toBe(before[hour]);
      await store.saveSessions([one]);
      expect(await store.recordMarks(span)).toEqual(after);
    });

    it('gives the marks of the newest night before', async () => {
      expect(await store.marksBefore('2026-03-04')).toBeNull();
      await store.saveNight('2026-03-02', { marks: { 1: 'a' } });
      await store.saveNight('2026-03-03', { marks: { 1: 'b' } });
      expect(await store.marksBefore('2026-03-03')).toEqual({ 1: 'a' });
      expect(await store.marksBefore('2026-03-04')).toEqual({ 1: 'b' });
    });

    it('gives what the newest night before has learned, whole, and replaces a night’s own', async () => {
      await store.saveSessions([sessionOf(1), sessionOf(2)]);
      const lesson = (n: number, body: string) => ({ session: sessionOf(n).id, body });
      const row = { source: 'as then', learnedFrom: 40, body: Buffer.from([0, 255, 7]) };
      const kept = { ...row, night: '2026-03-02', lessons: ['a', 'b'] };
      expect(await store.learned('2026-03-03')).toBeNull();
      const learned = { ...row, lessons: [lesson(2, 'b'), lesson(1, 'a')] };
      await store.saveNight('2026-03-02', { learned });
      await store.saveNight('2026-03-03', { learned: null });
      expect(await store.learned('2026-03-02')).toBeNull();
      expect(await store.learned('2026-03-04')).toEqual(kept);
      await store.saveNight('2026-03-02', { learned: { ...row, lessons: [lesson(2, 'c')] } });
      expect(await store.learned('2026-03-03')).toEqual({ ...kept, lessons: ['c'] });
    });

    it('keeps classifiers while journeys are judged by the same', async () => {
      const one = new Map([['a', Buffer.from([1])]]);
      const two = new Map([['b', Buffer.from([2, 0])]]);
      await store.keepClassifiers('week 1', one);
      await store.keepClassifiers('week 1', two);
      expect(await store.classifiers()).toEqual(new Map([...one, ...two]));
      await store.keepClassifiers('week 2', two);
      expect(await store.classifiers()).toEqual(two);
      await store.erase({ sessions: [], contacts: [], surveys: [], traces: [] });
      expect((await store.classifiers()).size).toBe(0);
    });

    it('gives the suggestions of the newest night before that stored any', async () => {
      const record = { order: ['S-1'], labelNoise: null, faults: [] };
      const basis = { source: 'as then', tickets: ['T-1'] };
      expect(await store.keptSuggestions('2026-03-09')).toBeNull();
      await store.saveNight('2026-03-02', { suggestRecord: record });
      await store.saveNight('2026-03-03', { suggestRecord: { ...record, basis } });
      expect((await store.keptSuggestions('2026-03-03'))?.record).toEqual(record);
      const newest = await store.keptSuggestions('2026-03-09');
      expect(newest).toEqual({ record: { ...record, basis }, suggestions: [] });
    });

    it('forgets what was learned before a day that is too old, and all of it with a customer', async () => {
      const learned = { source: '', learnedFrom: 40, body: Buffer.from([1]), lessons: [] };
      await store.saveNight('2026-03-02', { learned });
      await store.saveNight('2026-03-09', { learned });
      await store.purge(0, '2026-03-03');
      expect(await store.learned('2026-03-09')).toBeNull();
      expect((await store.learned('2026-03-10'))?.night).toBe('2026-03-09');
      await store.erase({ sessions: [], contacts: [], surveys: [], traces: [] });
      expect(await store.learned('2026-03-10')).toBeNull();
    });

    it('keeps the last evidence of a session by kind, until the session goes', async () => {
      const [one, other] = [sessionOf(1), sessionOf(2)];
      await store.saveSessions([one, other]);
      const evidence = (session: string, night: string, body: string) =>
        ({ session, kind: 'trace', night, source: `of ${night}`, body }) as const;
      await store.keepEvidence([
        evidence(one.id, '2026-01-01', '1'),
        evidence(other.id, '2026-01-01', '2'),
        { ...evidence(one.id, '2026-01-01', '3'), kind: 'judged' },
      ]);
      await store.keepEvidence([evidence(one.id, '2026-01-02', '4')]);
      const traces = await store.evidence('trace', [one.id, other.id, 'nobody']);
      expect([...traces.values()].map(({ body }) => body).sort()).toEqual(['2', '4']);
      expect(traces.get(one.id)).toEqual(evidence(one.id, '2026-01-02', '4'));
      expect((await store.evidence('judged', [one.id])).get(one.id)?.body).toBe('3');
      await store.purge(one.startedAt + 1, '2026-01-02');
      expect([...(await store.evidence('trace', [one.id, other.id])).keys()]).toEqual([other.id]);
    });

    it('keeps a journey past its words: quotes and last lines go, also where one of them is all', async () => {
      const [one, other] = [sessionOf(1), sessionOf(2)];
      await store.saveSessions([one, other]);
      const handoff = { reason: 'rule', inferred: false } as const;
      const closing = [{ text: 'I cannot do that.' }];
      const silent = result({ session: one.id, quotes: {}, handoff: { ...handoff, closing } });
      const quoted = { session: other.id, sessionId: 's-2', quotes: { 'bot:1': 'hello' } } as const;
      await store.saveNight('2026-03-02', { journeys: [silent, result({ ...quoted, handoff })] });
      const purge = () => store.purge(silent.handoffAt + 1, '2026-03-09');
      expect((await purge()).journeys).toBe(2);
      const kept = await store.journeys({ limit: 5 });
      expect(kept.map((journey) => [journey.handoff, journey.quotes])).toEqual([
        [handoff, {}],
        [handoff, {}],
      ]);
      expect((await purge()).journeys).toBe(0);
    });

    it('keeps the last of a day and side, until it is too old or a customer is erased', async () => {
      const day = (side: 'sessions' | 'contacts', startsAt: number, ...parts: string[]) => ({
        side,
        startsAt,
        source: `of ${parts}`,
        parts,
      });
      await store.keepDay(day('sessions', start, '1', '2', '3'));
      await store.keepDay(day('sessions', start, '4', '5'));
      await store.keepDay(day('contacts', start, '6'));
      await store.keepDay(day('sessions', start + 1, '7'));
      expect(await store.keptDay('sessions', start)).toEqual(day('sessions', start, '4', '5'));
      expect(await store.keptDay('contacts', start)).toEqual(day('contacts', start, '6'));
      expect(await store.keptDay('contacts', start + 1)).toBeNull();
      await store.purge(start + 1, '2026-03-03');
      expect(await store.keptDay('sessions', start)).toBeNull();
      expect(await store.keptDay('contacts', start)).toBeNull();
      expect(await store.keptDay('sessions', start + 1)).toEqual(day('sessions', start + 1, '7'));
      await store.erase({ sessions: [], contacts: [], surveys: [], traces: [] });
      expect(await store.keptDay('sessions', start + 1)).toBeNull();
    });

    it('keeps nothing of a day when the key changes', async () => {
      await store.keepDay({ side: 'contacts', startsAt: start, source: '', parts: ['1'] });
      await store.rehash(
        (digits) => digits,
        ({ id }) => id,
        { name: 'key', value: 'new' },
      );
      expect(await store.keptDay('contacts', start)).toBeNull();
    });

    it('gives one hash of all records that began in a span, which changes with each of them', async () => {
      const [one, other] = [sessionOf(0), sessionOf(1)];
      const span = { from: start, to: start + 1000 };
      await store.saveSessions([one]);
      const before = await store.recordsHash('sessions', span);
      await store.saveSessions([other]);
      expect(await store.recordsHash('sessions', span)).toBe(before);
      expect(await store.recordsHash('sessions', { ...span, to: span.to + 1 })).not.toBe(before);
      expect(await store.recordsHash('contacts', span)).not.toBe(before);
      await store.saveSessions([{ ...one, locale: 'en-GB' }]);
      expect(await store.recordsHash('sessions', span)).not.toBe(before);
    });

    it('gives the hashes of records, which change with them', async () => {
      const [one, other] = [sessionOf(1), contactOf(1)];
      await store.saveSessions([one]);
      await store.saveContacts([other]);
      const before = await store.recordHashes('sessions', [one.id, 'nobody']);
      expect([...before.keys()]).toEqual([one.id]);
      expect([...(await store.recordHashes('contacts', [other.id])).keys()]).toEqual([other.id]);
      await store.saveSessions([{ ...one, locale: 'en-GB' }]);
      expect((await store.recordHashes('sessions', [one.id])).get(one.id)).not.toBe(
        before.get(one.id),
      );
    });

    it('finds by id in the order asked, and leaves out what it does not know', async () => {
      await store.saveContacts([contactOf(1), contactOf(2)]);
      const found = await store.contactsById(['desk/c-2', 'desk/none', 'desk/c-1']);
      expect(found.map(({ contactId }) => contactId)).toEqual(['c-2', 'c-1']);
    });

    it('names the platforms of all contacts, each once', async () => {
      expect(await store.contactPlatforms()).toEqual([]);
      const on = (platform: string, n: number) =>
        contactOf(n, { platform, id: `${platform}/c-${n}` });
      await store.saveContacts([on('desk', 1), on('desk', 2), on('desk 2', 1), on('calls', 9)]);
      expect(await store.contactPlatforms()).toEqual(['calls', 'desk 2', 'desk']);
    });

    it('knows which files were read to their end', async () => {
      expect(await store.wasRead('a.ndjson', 'f1')).toBe(false);
      await store.finishFile('a.ndjson', 'f1');
      expect(await store.wasRead('a.ndjson', 'f1')).toBe(true);
      expect(await store.wasRead('a.ndjson', 'f2')).toBe(false);
      await store.beginFile('a.ndjson');
      expect(await store.wasRead('a.ndjson', 'f1')).toBe(false);
    });

    it('sets a bad record aside once, and forgets it when its file is read anew', async () => {
      const entry = { file: 'a.ndjson', line: 3, source: 'handback', reason: 'no JSON' };
      await store.saveQuarantine([entry, entry]);
      await store.saveQuarantine([{ ...entry, file: 'b.ndjson' }]);
      expect(await store.quarantine()).toHaveLength(2);
      await store.beginFile('a.ndjson');
      expect(await store.quarantine()).toEqual([{ ...entry, file: 'b.ndjson' }]);
    });

    it('gives the newest state of the training data of a bot', async () => {
      const definition = { platform: 'rasa', botId: 'bot', readAt: 1000, intents: [], slots: [] };
      const later = {
        ...definition,
        readAt: 2000,
        intents: [{ name: 'greet', examples: ['hi'], requiredSlots: [] }],
      };
      expect(await store.saveDefinition(definition)).toMatchObject({ added: 1 });
      expect(await store.saveDefinition({ ...definition, readAt: 1500 })).toMatchObject({
        same: 1,
      });
      await store.saveDefinition(later);
      expect(await store.definition(null)).toEqual(later);
      expect(await store.definition('another')).toBeNull();
    });

    it('remembers since when a ticket exists, whichever night is run again', async () => {
      const ticket = { id: 'hb-1', rank: 1, listed: true } as Ticket;
      await store.saveNight('2026-03-02', { tickets: [ticket] });
      await store.saveNight('2026-03-03', { tickets: [ticket] });
      expect(await store.ticketHistory('2026-03-02')).toEqual([]);
      expect(await store.ticketHistory('2026-03-04')).toEqual([
        { id: 'hb-1', since: '2026-03-02', rank: 1, listed: true, status: 'open' },
      ]);
      await store.saveNight('2026-03-02', { tickets: [] });
      expect(await store.ticketHistory('2026-03-04')).toEqual([
        { id: 'hb-1', since: '2026-03-03', rank: 1, listed: true, status: 'open' },
      ]);
      await store.saveNight('2026-03-04', { tickets: [{ id: 'hb-2', rank: 1 } as Ticket] });
      expect(await store.ticketHistory('2026-03-05')).toEqual([
        { id: 'hb-1', since: '2026-03-03', status: 'open' },
        { id: 'hb-2', since: '2026-03-04', rank: 1, listed: false, status: 'open' },
      ]);
    });

    it('keeps the reading of a journey by the newest night, whatever past night runs again', async () => {
      await store.saveSessions([sessionOf(1)]);
      await store.saveNight('2026-03-02', { journeys: [result()] });
      await store.saveNight('2026-03-03', { journeys: [result({ repeats: 4 })] });
      expect(await store.journey('s-1')).toMatchObject({ repeats: 4 });
      expect(await store.journey('c-1')).toMatchObject({ sessionId: 's-1' });
      expect(await store.journey('s-2')).toBeNull();
      expect(await store.journeys({ limit: 5 })).toHaveLength(1);
      await store.saveNight('2026-03-02', { journeys: [result({ repeats: 7 })] });
      expect(await store.journey('s-1')).toMatchObject({ repeats: 4 });
      await store.saveNight('2026-03-03', { journeys: [result({ repeats: 5 })] });
      expect(await store.journey('s-1')).toMatchObject({ repeats: 5 });
    });

    it('keeps a decision on a suggestion until it is taken back', async () => {
      const review = { decision: 'rejected' as const, by: 'Jo', at: '2026-03-02T10:00:00Z' };
      const stored = {
        suggestion: 'sg-1',
        kind: 'add_phrases' as const,
        review,
        rejectedPhrases: ['no thanks'],
      };
      await store.saveReview(stored);
      expect(await store.reviews()).toEqual([stored]);
      await store.saveReview({ ...stored, review: { decision: 'pending' } });
      expect(await store.reviews()).toEqual([]);
    });

    it('records the last good night, not the last one', async () => {
      expect(await store.lastGoodNight()).toBeNull();
      await store.beginRun('2026-03-02', 1);
      await store.finishRun({ night: '2026-03-02', status: 'good', at: 2 });
      await store.beginRun('2026-03-03', 3);
      await store.finishRun({ night: '2026-03-03', status: 'failed', at: 4, message: 'disk full' });
      expect(await store.lastGoodNight()).toBe('2026-03-02');
      expect(await store.runs(5)).toMatchObject([
        { night: '2026-03-03', status: 'failed', message: 'disk full' },
        { night: '2026-03-02', status: 'good' },
      ]);
    });
  });
}
