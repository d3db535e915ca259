import { describe, expect, it } from 'vitest';
import { categoryNames } from '../../src/domain/categories.js';
import { record, truthLine } from '../../src/domain/records.js';
import { simulationFacts } from '../../src/simulate/facts.js';
import { spoken } from '../../src/simulate/noise.js';
import { readWorld } from '../../src/simulate/read-world.js';
import { simulate, simulateDays } from '../../src/simulate/simulate.js';

const options = { journeys: 2000, seed: 11, from: '2026-09-07', days: 28 };
const small = { world: 'lender', journeys: 60, seed: 3, from: '2026-09-07', days: 7 } as const;
const control = ['greet', 'talk_to_human'];

describe('simulate', () => {
  it('gives the same bytes for a seed and others for another', () => {
    const once = JSON.stringify(simulate(small));
    expect(JSON.stringify(simulate(small))).toBe(once);
    expect(JSON.stringify(simulate({ ...small, seed: 4 }))).not.toBe(once);
  });

  it('streams the days in order and no record twice', () => {
    const days = [...simulateDays(small)];
    expect(days.map(({ day }) => day)).toEqual(days.map(({ day }) => day).sort());
    expect(days).toHaveLength(7);
    const ids = days.flatMap(({ sessions }) => sessions.map(({ session_id }) => session_id));
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('writes local times with their offset across the end of summer time', () => {
    const { sessions } = simulate({ ...small, from: '2026-10-24', days: 3 });
    const offsets = new Set(sessions.map(({ started_at }) => started_at.slice(-6)));
    expect(offsets).toEqual(new Set(['+01:00', '+00:00']));
  });

  it('puts the contact centre’s clock ahead by the skew and changes nothing else in the bot’s records', () => {
    const plain = simulate(small);
    const skewed = simulate({ ...small, clockSkewSeconds: 120 });
    expect(skewed.sessions).toEqual(plain.sessions);
    const first = plain.truth.find(({ contact_id }) => contact_id !== null)?.contact_id;
    const at = (from: typeof plain) =>
      Date.parse(from.contacts.find(({ contact_id }) => contact_id === first)?.started_at ?? '');
    expect(at(skewed) - at(plain)).toBe(120_000);
  });

  it('changes the contact centre as its traffic says, and nothing where it says nothing', () => {
    expect(simulate({ ...small, traffic: {} })).toEqual(simulate(small));
    const traffic = {
      hours: { from: 9, to: 12 },
      waiting: { medianSeconds: 300, sigma: 0.1 },
      recordsBegin: 'answered',
      directRatio: 3,
      identity: 'phone',
      householdShare: 1,
      keyPool: 5,
      unknownOrigin: 1,
      queues: 8,
    } as const;
    const { sessions, contacts, truth } = simulate({ ...small, traffic });
    const taken = new Map(contacts.map((one) => [one.contact_id, one]));
    const pairs = truth.flatMap(({ session_id, contact_id }) => {
      const session = sessions.find((one) => one.session_id === session_id);
      const contact = taken.get(contact_id ?? '');
      return session?.handoff && contact ? [{ session, contact, handoff: session.handoff }] : [];
    });
    for (const { session, contact, handoff } of pairs) {
      expect(Number(session.started_at.slice(11, 13))).toBeGreaterThanOrEqual(9);
      const waited = Date.parse(contact.started_at) - Date.parse(handoff.at);
      expect(waited).toBeGreaterThan(180_000);
      expect(contact.queue).toBe(handoff.target);
      expect(contact.queue).toMatch(/^queue_[1-8]$/);
      expect(Object.keys(session.customer ?? {})).toEqual(['phone']);
    }
    const keys = sessions.flatMap(({ handoff }) => handoff?.key ?? []);
    expect(new Set(keys).size).toBeLessThanOrEqual(5);
    expect(new Set(contacts.map(({ origin }) => origin))).toEqual(new Set(['unknown', 'transfer']));
    expect(contacts.length).toBeGreaterThan(2.5 * truth.length);
  });

  it('knows nobody by anything where there are no identities', () => {
    const { sessions, contacts } = simulate({ ...small, traffic: { identity: 'none' } });
    expect([...sessions, ...contacts].every(({ customer }) => customer === undefined)).toBe(true);
  });

  it('gives both sides of every keyed handoff the same key', () => {
    const { sessions, contacts, truth } = simulate({ ...small, keyShare: 1 });
    const keys = new Map(sessions.map((s) => [s.session_id, s.handoff?.key]));
    const found = new Map(contacts.map((c) => [c.contact_id, c.handoff_key]));
    for (const { session_id, contact_id } of truth) {
      expect(keys.get(session_id)).toBeDefined();
      if (contact_id) expect(found.get(contact_id)).toBe(keys.get(session_id));
    }
  });
});

describe.each(['lender', 'telco'] as const)('2,000 journeys of the %s', (id) => {
  const world = readWorld(id);
  const facts = simulationFacts({ ...options, world: id });
  const all = simulate({ ...options, world: id });
  const sessions = new Map(all.sessions.map((session) => [session.session_id, session]));
  const contacts = new Map(all.contacts.map((contact) => [contact.contact_id, contact]));
  const slots = new Map(world.slots.map((slot) => [slot.name, slot]));

  const legs = new Map(
    all.contacts.map((contact) => [contact.attributes?.previous_contact_id, contact]),
  );
  /** The contact that took the handoff, with what a second agent and the customer said after a transfer. */
  const wholeContact = (id: string | null) => {
    const first = contacts.get(id ?? '');
    const second = legs.get(id ?? '');
    return first && { ...first, turns: [...(first.turns ?? []), ...(second?.turns ?? [])] };
  };

  /** Every true finding of a category with both sides of its journey. */
  function* found(category: string) {
    for (const truth of all.truth) {
      const session = sessions.get(truth.session_id);
      const contact = wholeContact(truth.contact_id);
      for (const finding of truth.findings)
        if (finding.category === category && session)
          yield { truth, session, contact, slot: finding.slot ?? '' };
    }
  }
  const held = (
    session: { turns: { slots?: Record<string, unknown> | undefined }[] },
    slot: string,
  ) => session.turns.map((turn) => turn.slots?.[slot]).findLast((value) => value !== undefined);

  it('come in about the numbers asked for, with direct contacts and contained sessions on top', () => {
    expect(all.truth.length).toBeGreaterThan(1800);
    expect(all.truth.length).toBeLessThan(2200);
    expect(all.truth.length).toBe(all.sessions.filter(({ handoff }) => handoff).length);
    const of = (origin: string) => all.contacts.filter((it) => it.origin === origin).length;
    expect(of('direct') / of('bot')).toBeGreaterThan(0.9);
    expect(of('direct') / of('bot')).toBeLessThan(1.25);
    expect(all.sessions.length - all.truth.length).toBeGreaterThan(0.5 * all.truth.length);
  });

  it('are valid records', () => {
    for (const it of [...all.sessions, ...all.contacts, ...all.surveys])
      expect(record.safeParse(it).error?.issues).toBeUndefined();
    for (const it of all.truth) expect(truthLine.safeParse(it).success).toBe(true);
  });

  it('plant every category', () => {
    const planted = new Set(all.truth.flatMap(({ findings }) => findings.map((f) => f.category)));
    const expected = categoryNames.filter((category) => category !== 'unknown');
    expect([...planted].sort()).toEqual([...expected].sort());
  });

  it('keep time in order within each record', () => {
    const ordered = (times: (string | undefined)[]) => {
      const ms = times.flatMap((time) => (time ? [Date.parse(time)] : []));
      return ms.every((at, i) => i === 0 || at >= (ms[i - 1] ?? 0));
    };
    for (const s of all.sessions)
      expect(ordered([s.started_at, ...s.turns.map(({ at }) => at), s.ended_at])).toBe(true);
    for (const c of all.contacts)
      expect(
        ordered([c.started_at, c.answered_at, ...(c.turns ?? []).map(({ at }) => at), c.ended_at]),
      ).toBe(true);
  });

  it('have truth that claims each contact once, after its handoff, and never a direct one', () => {
    const claimed = all.truth.flatMap(({ contact_id }) => contact_id ?? []);
    expect(new Set(claimed).size).toBe(claimed.length);
    for (const { session_id, contact_id } of all.truth) {
      if (contact_id === null) continue;
      const contact = contacts.get(contact_id);
      expect(['bot', 'unknown']).toContain(contact?.origin);
      const handoff = Date.parse(sessions.get(session_id)?.handoff?.at ?? '');
      expect(Date.parse(contact?.started_at ?? '')).toBeGreaterThanOrEqual(handoff);
    }
  });

  it('call a handoff unlinked exactly where no contact is on record', () => {
    for (const { contact_id, findings } of all.truth) {
      const unlinked = findings.some(({ category }) => category === 'unlinked_handoff');
      expect(unlinked).toBe(contact_id === null);
    }
  });

  it.each(['missed_slot', 'uncaptured_slot', 'context_lost'])(
    'have a %s only where the agent asks for that slot, and not to check identity',
    (category) => {
      for (const { contact, slot } of found(category)) {
        const { nouns = [], asks = [], terse = '', verification } = slots.get(slot) ?? {};
        expect(verification).toBeUndefined();
        const wordings = [...nouns, ...asks, terse].map(spoken);
        const said = (contact?.turns ?? []).filter(({ actor }) => actor === 'agent');
        const asked = said.some(({ text }) =>
          wordings.some((words) => spoken(text).includes(words)),
        );
        expect(asked, `${slot} in ${contact?.contact_id}`).toBe(true);
      }
    },
  );

  it('have a missed slot only where the bot neither asked nor held, and the want needs it', () => {
    const wants = [...world.intents, ...world.uncovered];
    for (const { truth, session, slot } of found('missed_slot')) {
      expect(session.turns.some(({ asks_for }) => asks_for === slot)).toBe(false);
      expect(held(session, slot)).toBeUndefined();
      if (truth.true_intent)
        expect(wants.find(({ name }) => name === truth.true_intent)?.needs).toContain(slot);
    }
  });

  it('have context lost only where the bot held the value, an uncaptured slot only where not', () => {
    for (const { session, slot } of found('context_lost'))
      expect(held(session, slot)).toBeTypeOf('string');
    for (const { session, slot } of found('wrong_slot_value'))
      expect(held(session, slot)).toBeTypeOf('string');
    for (const { session, slot } of found('uncaptured_slot'))
      expect(held(session, slot)).toBeUndefined();
  });

  it('never name one slot in two ways', () => {
    for (const { findings } of all.truth) {
      const named = findings.flatMap(({ slot }) => slot ?? []);
      expect(new Set(named).size).toBe(named.length);
    }
  });

  it('have a misunderstood intent exactly where the bot last acted on another one than the true one', () => {
    const labelled = new Set([...found('misunderstood_intent')].map((it) => it.truth.session_id));
    for (const { session_id, contact_id, true_intent } of all.truth) {
      const acted = sessions
        .get(session_id)
        ?.turns.flatMap(({ intent }) => (intent ? [intent] : []))
        .filter((it) => it.confidence >= world.threshold && !control.includes(it.name))
        .at(-1)?.name;
      const wrong = acted !== undefined && true_intent !== null && acted !== true_intent;
      expect(labelled.has(session_id), session_id).toBe(wrong && contact_id !== null);
    }
  });

  it('have a backend error exactly where a turn carries one, and a burst on the outage day', () => {
    for (const { session_id, findings } of all.truth) {
      const failed = sessions.get(session_id)?.turns.some(({ error }) => error) === true;
      expect(findings.some(({ category }) => category === 'backend_error')).toBe(failed);
    }
    const byDay = new Map<string, number>();
    for (const { session } of found('backend_error')) {
      const day = session.started_at.slice(0, 10);
      byDay.set(day, (byDay.get(day) ?? 0) + 1);
    }
    const [worst] = [...byDay].sort((a, b) => b[1] - a[1]);
    expect(worst?.[0]).toBe(facts.planted.outage?.day);
    expect(worst?.[1]).toBeGreaterThan(10);
  });

  it('have an unrecognised utterance only where the bot was unsure, and a loop only where it stood still', () => {
    for (const { session } of found('unrecognised_utterance'))
      expect(
        session.turns.some(({ intent }) => intent && intent.confidence < world.threshold),
      ).toBe(true);
    for (const { session } of found('intent_loop'))
      expect(session.turns.filter(({ actor }) => actor === 'bot').length).toBeGreaterThanOrEqual(4);
  });

  it('call the planted window, and only it, a failure of the hour', () => {
    const { intent, from, to } = facts.planted.badHours;
    for (const { truth, session } of found('time_of_day_failure')) {
      const weekday = new Date(`${session.started_at.slice(0, 10)}T12:00:00Z`).getUTCDay();
      expect(truth.true_intent).toBe(intent);
      expect([0, 6]).not.toContain(weekday);
      const hour = Number(session.started_at.slice(11, 13));
      expect(hour).toBeGreaterThanOrEqual(from);
      expect(hour).toBeLessThan(to);
    }
  });

  it('escalate the planted intent far more within its window, on many days', () => {
    const { intent, from, to } = facts.planted.badHours;
    const of = all.sessions.filter(({ turns }) =>
      turns.some(
        (turn) => turn.intent?.name === intent && turn.intent.confidence >= world.threshold,
      ),
    );
    const inside = of.filter(({ started_at }) => {
      const hour = Number(started_at.slice(11, 13));
      const weekday = new Date(`${started_at.slice(0, 10)}T12:00:00Z`).getUTCDay() % 6 !== 0;
      return weekday && hour >= from && hour < to;
    });
    const share = (list: typeof of) => list.filter(({ handoff }) => handoff).length / list.length;
    const outside = of.filter((session) => !inside.includes(session));
    expect(share(inside)).toBeGreaterThan(share(outside) + 0.3);
    const days = inside
      .filter(({ handoff }) => handoff)
      .map(({ started_at }) => started_at.slice(0, 10));
    expect(new Set(days).size).toBeGreaterThan(10);
  });

  it('escalate the dead end nearly always', () => {
    const of = all.sessions.filter(({ turns }) =>
      turns.some(
        (turn) =>
          turn.intent?.name === facts.planted.deadEnd.intent && turn.intent.confidence >= 0.9,
      ),
    );
    expect(of.filter(({ handoff }) => handoff).length / of.length).toBeGreaterThan(0.88);
  });

  it('rate direct contacts better by about 18 points and make fewer of them complain', () => {
    const of = (origin: string) => all.contacts.filter((contact) => contact.origin === origin);
    const csat = (origin: string) => {
      const ids = new Set(of(origin).map(({ contact_id }) => contact_id));
      const scores = all.surveys
        .filter((it) => ids.has(it.contact_id ?? ''))
        .map((it) => it.csat ?? 0);
      return scores.reduce((sum, score) => sum + (score - 1) * 25, 0) / scores.length;
    };
    const gap = csat('direct') - csat('bot');
    expect(gap).toBeGreaterThan(13);
    expect(gap).toBeLessThan(23);
    const complaints = (origin: string) =>
      of(origin).filter(({ outcome }) => outcome?.complaint).length / of(origin).length;
    expect(complaints('direct') / complaints('bot')).toBeLessThan(0.6);
  });

  it('wait with a median of about 45 seconds, and 5 to 11 % leave the queue or are never recorded', () => {
    const waits = all.contacts
      .filter(({ origin }) => origin !== 'transfer')
      .map((it) => (Date.parse(it.answered_at ?? '') - Date.parse(it.started_at)) / 1000)
      .sort((a, b) => a - b);
    expect(waits[waits.length >> 1]).toBeGreaterThan(40);
    expect(waits[waits.length >> 1]).toBeLessThan(50);
    const unlinked = all.truth.filter(({ contact_id }) => contact_id === null).length;
    expect(unlinked / all.truth.length).toBeGreaterThan(0.08);
    expect(unlinked / all.truth.length).toBeLessThan(0.14);
  });
});
