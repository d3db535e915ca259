import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Session } from '../../../src/domain/conversation.js';
import { createFolder, type Folder, readAll, redactor } from '../../ingest/reading.js';
import {
  action,
  bot,
  brokerLines,
  conversation,
  event,
  intent,
  rowCsv,
  rowLines,
  trackerDump,
  user,
} from '../fixtures/rasa.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = (content: string | Buffer | object[], options = {}, name = 'log.jsonl') =>
  readAll('rasa', folder.write(name, content), options);

async function only(events: Parameters<typeof brokerLines>[0], options = {}): Promise<Session> {
  const { sessions, quarantine } = await read(brokerLines(events), options);
  expect(quarantine).toEqual([]);
  expect(sessions).toHaveLength(1);
  return sessions[0] as Session;
}

const utf16 = (text: string): Buffer => Buffer.from(`\ufeff${text}`, 'utf16le');
const mongoNumber = (_: string, number: string) =>
  `"timestamp":{"$numberDouble":"${number}"},"_id":{"$oid":"65f0"}`;
/** As the event broker's table has them: no column but the sender and the event. */
const withoutType = (events: readonly object[]): string =>
  events
    .map((one) => JSON.stringify({ id: 1, sender_id: 'u-4471', data: JSON.stringify(one) }))
    .join('\n');

describe('events that say nothing new', () => {
  const twice = conversation.flatMap((one) => [one, one]);

  it('are read once where they are stored or delivered twice', async () => {
    const { sessions: expected } = await read(brokerLines(conversation));
    expect((await read(brokerLines(twice))).sessions).toEqual(expected);
    const again = [...conversation, ...conversation];
    expect((await read(brokerLines(again))).sessions).toEqual(expected);
    expect((await read([trackerDump(again)])).sessions).toEqual(expected);
  });

  it('but a customer who says the same again has said it twice', async () => {
    const { turns } = await only([user(0, 'hello'), user(1, 'hello')]);
    expect(turns).toHaveLength(2);
  });

  it('are no session where the bot greets and the customer never says a word', async () => {
    const greeted = [event(0, 'session_started'), bot(1, 'Hello, how can I help?')];
    expect((await read(brokerLines(greeted))).sessions).toEqual([]);
    expect((await read(brokerLines([...greeted, user(2, 'hi')]))).sessions).toHaveLength(1);
    expect((await read(brokerLines([...greeted, event(2, 'pause')]))).sessions).toHaveLength(1);
  });
});

describe('retrieval intents', () => {
  const chosen = (selector: string, key: string) => ({
    parse_data: {
      intent: { name: 'faq', confidence: 0.98 },
      intent_ranking: [
        { name: 'faq', confidence: 0.98 },
        { name: 'order', confidence: 0.01 },
      ],
      response_selector: {
        all_retrieval_intents: ['faq'],
        [selector]: { response: { intent_response_key: key, confidence: 0.9 } },
      },
    },
  });
  const heard = async (selector: string, key: string) =>
    (await only([user(0, 'when do you open', chosen(selector, key))])).turns[0]?.intent;

  it.each(['faq', 'default'])(
    'are named by the member that selector %s chose',
    async (selector) => {
      expect(await heard(selector, 'faq/hours')).toEqual({
        name: 'faq/hours',
        confidence: 0.9,
        ranking: [
          { name: 'faq/hours', confidence: 0.9 },
          { name: 'order', confidence: 0.01 },
        ],
      });
    },
  );

  it('stay as they are where the selector speaks of another', async () => {
    expect((await heard('chitchat', 'chitchat/joke'))?.name).toBe('faq');
    expect((await heard('default', 'chitchat/joke'))?.name).toBe('faq');
  });
});

describe('the containers of Rasa events', () => {
  const dump = trackerDump(conversation);
  const containers: [string, string | Buffer, string?][] = [
    ['broker lines', brokerLines(conversation)],
    ['a tracker dump a line', `${JSON.stringify(dump)}\n`],
    ['tracker dumps in an array', JSON.stringify([dump])],
    ['a tracker dump over many lines', JSON.stringify(dump, null, 2)],
    ['a tracker dump without indentation', JSON.stringify(dump, null, 1).replace(/\n +/g, '\n')],
    ['rows of the SQL store', rowLines(conversation)],
    ['rows of the SQL store as CSV', rowCsv(conversation), 'events.csv'],
    ['rows of the SQL store below a title', `Events of March\r\n\r\n${rowCsv(conversation)}`],
    [
      'rows with semicolons',
      rowCsv(conversation).replace(/"(?:[^"]|"")*"|,/g, (part) => (part === ',' ? ';' : part)),
    ],
    ['rows of an event broker', withoutType(conversation)],
    ['an array of events in UTF-16', utf16(brokerLines(conversation))],
    ['MongoDB numbers', JSON.stringify(dump).replace(/"timestamp":([\d.]+)/g, mongoNumber)],
  ];

  it.each(containers)('reads %s as the same session', async (_, content, name) => {
    const expected = await only(conversation);
    const { sessions, quarantine } = await read(content, {}, name);
    expect(quarantine).toEqual([]);
    expect(sessions).toEqual([expected]);
  });

  it("reads the tracker store's own SQLite file, and says where a database has no events", async () => {
    const file = folder.write('rasa.db', '');
    const database = new Database(file);
    database.exec('create table events (id integer primary key, sender_id, data)');
    const insert = database.prepare('insert into events (sender_id, data) values (?, ?)');
    for (const one of conversation) insert.run('u-4471', JSON.stringify(one));
    database.close();
    expect((await readAll('rasa', file)).sessions).toEqual([await only(conversation)]);
    const other = folder.write('other.db', '');
    new Database(other).exec('create table users (id integer)').close();
    const { quarantine } = await readAll('rasa', other);
    expect(quarantine).toEqual([
      expect.objectContaining({ reason: expect.stringMatching(/table events/) }),
    ]);
  });

  it('reads several dumps set end to end', async () => {
    const two = [trackerDump(conversation), trackerDump(conversation, 'u-2')];
    const { sessions } = await read(two.map((one) => JSON.stringify(one)).join(''));
    expect(sessions.map(({ sessionId }) => sessionId.split('@')[0])).toEqual(['u-4471', 'u-2']);
  });

  it('keeps senders apart whose lines are mixed', async () => {
    const a = brokerLines(conversation).split('\n');
    const b = brokerLines(conversation, 'u-2').split('\n');
    const { sessions } = await read(a.flatMap((line, i) => [line, b[i] ?? '']).join('\n'));
    expect(sessions).toHaveLength(2);
    expect(sessions[0]?.turns).toEqual(sessions[1]?.turns);
  });
});

describe('a Rasa session', () => {
  it('has who said what, what was asked, held and done', async () => {
    const { turns, handoff, outcome, channel } = await only(conversation);
    expect(
      turns.map(({ actor, text, action: ran, asksFor }) =>
        [actor, text, ran, asksFor].filter((part) => part !== undefined),
      ),
    ).toEqual([
      ['customer', 'my sim tray snapped off'],
      ['bot', 'Which number can we call?', 'fault_form', 'phone'],
      ['customer', expect.stringMatching(/^call ⟨phone:\w{6}⟩ please$/)],
      ['bot', 'Thank you.', 'fault_form'],
      ['bot', 'Which device is it?', 'fault_form', 'device'],
      ['customer', 'the blue one'],
      ['system', 'action_execution_rejected'],
      ['bot', 'Sorry, I did not get that.', 'action_default_fallback'],
      ['customer', '/ask_human{"topic":"sim"}'],
      ['system', 'action_handoff'],
    ]);
    expect({ outcome, channel }).toEqual({ outcome: 'escalated', channel: 'chat' });
    expect(handoff).toEqual({ at: 1772442051000, key: 'c-90017', reason: 'user_request' });
  });

  it('hashes a slot value and knows where it stands in the redacted words', async () => {
    const { turns } = await only(conversation);
    const { text = '', slots } = turns[2] ?? {};
    const { digest, span: [from, to] = [0, 0] } = slots?.phone ?? { digest: null };
    expect(digest).toBe(redactor.digestValue('+44 7700 900123'));
    expect(text.slice(from, to)).toMatch(/^⟨phone:\w{6}⟩$/);
    expect(text.slice(from, to)).toContain(digest?.slice(0, 6));
  });

  it("takes the model's own best guess where the fallback stands first with 1.0", async () => {
    const { turns } = await only(conversation);
    expect(turns[5]?.intent).toEqual({
      name: 'choose_colour',
      confidence: 0.34,
      ranking: [
        { name: 'choose_colour', confidence: 0.34 },
        { name: 'order_status', confidence: 0.21 },
      ],
    });
  });

  it('marks a button and only a button as payload', async () => {
    const { turns } = await only([user(1, '/affirm{}'), user(2, 'and/or yes'), user(3, '/ 7')]);
    expect(turns.map(({ payload }) => payload)).toEqual([true, undefined, undefined]);
  });

  it('takes external triggers for the system', async () => {
    const { turns } = await only([
      user(1, 'EXTERNAL: remind'),
      user(2, 'trigger', { metadata: { is_external: true } }),
      user(3, 'an external person'),
    ]);
    expect(turns.map(({ actor }) => actor)).toEqual(['system', 'system', 'customer']);
  });

  it('reads the question asked before the slot is named and after, and asked again', async () => {
    const { turns } = await only([
      user(1, 'transfer money'),
      action(2, 'transfer_form'),
      event(2.1, 'active_loop', { name: 'transfer_form' }),
      event(2.2, 'slot', { name: 'requested_slot', value: 'amount' }),
      bot(2.3, 'How much?'),
      user(3, 'lots'),
      action(4, 'transfer_form'),
      bot(4.1, 'How much?'),
      event(4.2, 'slot', { name: 'amount', value: null }),
    ]);
    expect(turns.map(({ asksFor }) => asksFor)).toEqual([undefined, 'amount', undefined, 'amount']);
    expect(turns.every(({ slots }) => slots === undefined)).toBe(true);
  });

  it('keeps what a turn gave when the form is reset, and clears it after', async () => {
    const { turns } = await only([
      user(1, 'email a@example.com'),
      event(1.1, 'slot', { name: 'email', value: 'a@example.com' }),
      bot(2, 'Done.'),
      event(2.1, 'reset_slots'),
    ]);
    expect(turns[0]?.slots?.email?.digest).toMatch(/^[0-9a-f]{16}$/);
    expect(turns[2]).toMatchObject({ actor: 'system', slots: { email: { digest: null } } });
  });

  it('is abandoned where a question stays open, not where a thank you stays unanswered', async () => {
    const asked = [
      user(1, 'book a table'),
      action(2, 'table_form'),
      event(2.1, 'active_loop', { name: 'table_form' }),
      event(2.2, 'slot', { name: 'requested_slot', value: 'date' }),
      bot(2.3, 'Which day?'),
    ];
    expect((await only(asked)).outcome).toBe('abandoned');
    const done = [
      ...asked,
      user(3, 'Friday'),
      event(3.1, 'slot', { name: 'requested_slot', value: null }),
      bot(4, 'Your table is booked.'),
      user(5, 'thanks'),
    ];
    expect((await only(done)).outcome).toBe('contained');
  });

  it('reports the failure of an action', async () => {
    const { turns } = await only([
      user(1, 'balance'),
      action(2, 'action_balance', { metadata: { error: 'timeout for 07700 900123' } }),
      bot(3, 'Something went wrong.'),
    ]);
    expect(turns[1]?.error).toMatch(/^timeout for ⟨phone:/);
  });

  it('tells voice and messaging by the input channel', async () => {
    const via = async (input_channel: string) =>
      (await only([user(1, 'hello', { input_channel })])).channel;
    expect(await via('audiocodes')).toBe('voice');
    expect(await via('twilio')).toBe('messaging');
    expect(await via('rest')).toBe('chat');
  });
});

describe('where one session ends', () => {
  const twice = (gap: number, between: object[] = []) => [
    user(0, 'hello'),
    bot(1, 'hi'),
    ...(between as typeof conversation),
    user(gap, 'hello again'),
    bot(gap + 1, 'hi again'),
  ];
  const count = async (events: typeof conversation, options = {}) =>
    (await read(brokerLines(events), options)).sessions.length;

  it('is at session_started', async () => {
    const started = [action(19, 'action_session_start'), event(20, 'session_started')];
    expect(await count(twice(30, started))).toBe(2);
    expect(await count(twice(30))).toBe(1);
  });

  it('is after silence, unless that is switched off', async () => {
    expect(await count(twice(3700))).toBe(2);
    expect(await count(twice(3500))).toBe(1);
    expect(await count(twice(3700), { idle_minutes: 0 })).toBe(1);
    expect(await count(twice(700), { idle_minutes: 10 })).toBe(2);
  });

  it('says nothing of a widget that was opened and never used', async () => {
    const { sessions, quarantine } = await read(
      brokerLines([action(0, 'action_session_start'), event(1, 'session_started')]),
    );
    expect([sessions, quarantine]).toEqual([[], []]);
  });
});

describe('a handoff in a Rasa log', () => {
  const asks = [user(1, 'a person please', intent('human_handoff')), bot(2, 'Shall I?')];

  it('is an intent, unless the customer then declines', async () => {
    const taken = await only([...asks, user(3, 'yes', intent('affirm'))]);
    expect(taken).toMatchObject({ outcome: 'escalated', handoff: { reason: 'user_request' } });
    const declined = await only([...asks, user(3, 'no thanks', intent('deny')), bot(4, 'Fine.')]);
    expect(declined.outcome).toBe('contained');
    expect(declined.handoff).toBeUndefined();
  });

  it('is a pause, a payload, a flow or a configured action', async () => {
    const talk = [user(1, 'it is broken'), bot(2, 'I see.')];
    const marks = [
      event(3, 'pause'),
      bot(3, 'Moving you on', { data: { custom: { handoff_host: 'desk' } } }),
      event(3, 'flow_started', { flow_id: 'pattern_human_handoff' }),
    ];
    for (const mark of marks) expect((await only([...talk, mark])).handoff?.at).toBe(1772442003000);
    const own = [...talk, action(3, 'give_to_desk')];
    expect((await only(own)).handoff).toBeUndefined();
    expect((await only(own, { handoff_actions: ['give_to_desk'] })).handoff?.reason).toBe('rule');
  });

  it('after a fallback is for want of a match', async () => {
    const lost = intent('nlu_fallback', 1, [['nlu_fallback', 1]]);
    const { handoff, turns } = await only([
      user(1, 'gibberish', lost),
      action(2, 'action_handoff'),
    ]);
    expect(handoff?.reason).toBe('no_match');
    expect(turns[0]?.intent).toEqual({ name: 'nlu_fallback', confidence: 0, ranking: [] });
  });

  it('has the key and the target from configured paths', async () => {
    const events = [
      user(1, 'help'),
      event(1.1, 'slot', { name: 'case_id', value: 'CASE-7' }),
      event(1.2, 'slot', { name: 'skill', value: 'Billing' }),
      action(2, 'action_handoff'),
    ];
    const options = { handoff_key: ['slots.case_id'], handoff_target: ['slots.skill'] };
    expect((await only(events, options)).handoff).toMatchObject({
      key: 'CASE-7',
      target: 'Billing',
    });
    expect((await only(events)).handoff?.key).toBe('u-4471');
  });

  it('to a human in the same conversation makes an agent contact of what follows', async () => {
    const { sessions, contacts } = await read(
      brokerLines([
        user(1, 'it is broken'),
        event(2, 'pause'),
        event(30, 'agent', { text: 'Hi, Sam here.' }),
        user(40, 'it is still broken'),
        event(50, 'agent', { text: 'I will send a new one.' }),
      ]),
    );
    expect(sessions[0]?.turns.map(({ text }) => text)).toEqual(['it is broken']);
    expect(contacts).toHaveLength(1);
    expect(contacts[0]).toMatchObject({
      contactId: sessions[0]?.sessionId,
      origin: 'bot',
      startedAt: 1772442002000,
      answeredAt: 1772442030000,
      handoffKey: sessions[0]?.handoff?.key,
    });
    expect(contacts[0]?.turns.map(({ actor }) => actor)).toEqual(['agent', 'customer', 'agent']);
  });
});

describe('broken Rasa input', () => {
  it.each([
    ['an event without a time', '{"sender_id":"u","event":"user","text":"x"}', /^timestamp:/],
    ['a time that is words', '{"sender_id":"u","event":"user","timestamp":"noon"}', /^timestamp:/],
    ['an event without a sender', '{"event":"user","timestamp":1}', /^sender_id:/],
    ['a tracker without a sender', '{"events":[]}', /^sender_id:/],
    ['a row whose data is no JSON', '{"type_name":"user","sender_id":"u","data":"{"}', /^data:/],
    ['another object', '{"hello":"world"}', /^no tracker event/],
    ['words', 'hello', /^no JSON/],
    ['a string that is not closed', '{"sender_id":"u', /^no JSON: a string/],
    ['an object that is not closed', '{"sender_id":"u"', /^no JSON: the object/],
  ])('sets %s aside, and goes on with the next line', async (_, line, reason) => {
    const { sessions, quarantine } = await read(`${line}\n${brokerLines(conversation)}`);
    expect(quarantine).toMatchObject([{ line: 1, reason: expect.stringMatching(reason) }]);
    expect(sessions).toHaveLength(1);
  });

  it('keeps a tracker of which one event is broken', async () => {
    const { sessions, quarantine } = await read([
      trackerDump([...conversation, { event: 'user', text: 'no time' }]),
    ]);
    expect(quarantine).toMatchObject([
      { reason: expect.stringMatching(/^events\[23\]: timestamp/) },
    ]);
    expect(sessions).toHaveLength(1);
  });
});

const log = resolve(
  import.meta.dirname,
  '../../../../shared/data/rasa_bots/helpdesk-assistant/tracker_events.jsonl',
);

describe.runIf(existsSync(log))('the log of a real help desk bot', () => {
  it('is five conversations with all their messages', async () => {
    const { sessions, quarantine } = await readAll('rasa', log);
    expect(quarantine).toEqual([]);
    expect(sessions).toHaveLength(5);
    const trackers = readFileSync(log, 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { events: { event: string }[] });
    const said = (kind: string) =>
      trackers.map(({ events }) => events.filter((one) => one.event === kind).length);
    const heard = (actor: string) =>
      sessions.map(({ turns }) => turns.filter((turn) => turn.actor === actor).length);
    expect(heard('customer')).toEqual(said('user'));
    expect(heard('bot')).toEqual(said('bot'));
  });

  it('shows which slots were asked for, and every question again where it failed', async () => {
    const { sessions } = await readAll('rasa', log);
    const asked = sessions.map(({ turns }) => turns.flatMap(({ asksFor }) => asksFor ?? []));
    expect(asked[0]).toEqual(['email']);
    expect(asked[1]).toEqual(['email', 'email']);
    expect(asked[2]).toEqual(['email', 'priority', 'problem_description', 'confirm']);
  });

  it('has no handoff: the one customer who asked for a human then declined', async () => {
    const { sessions } = await readAll('rasa', log);
    expect(sessions.flatMap(({ handoff }) => handoff ?? [])).toEqual([]);
    const intents = sessions.flatMap(({ turns }) =>
      turns.flatMap((turn) => turn.intent?.name ?? []),
    );
    expect(intents).toContain('human_handoff');
  });
});
