import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createCalendar } from '../../../src/lib/calendar.js';
import { checkSourceOptions } from '../../../src/vendors/sources.js';
import { createFolder, type Folder, readAll } from '../../ingest/reading.js';
import { damaged } from '../support/damage.js';
import { at, jsonLine } from '../support/sample.js';
import { contactId, sidecar, transcript } from './sample.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

interface Files {
  name?: string;
  text?: string | Buffer;
  /** Its sidecar: an object, or what stands in it; null: none. */
  beside?: object | string | null;
  options?: Record<string, unknown>;
}

function read({ name = contactId, text = transcript, beside = sidecar, options = {} }: Files = {}) {
  if (beside !== null)
    folder.write(`${name}.json`, typeof beside === 'string' ? beside : jsonLine(beside));
  return readAll('webvtt', folder.write(`${name}.vtt`, text), options);
}

const start = { started_at: at('09:00:00') };
const call = (...cues: string[]): string => ['WEBVTT', ...cues].join('\n\n');
const cue = (from: number, to: number, payload: string): string => {
  const time = (second: number) => `00:${String(second).padStart(2, '0')}.000`;
  return `${time(from)} --> ${time(to)}\n${payload}`;
};

/** Seconds since the start, actor and words of the turns. */
async function turns(text: string | Buffer, options = {}) {
  const { contacts } = await read({ text, beside: start, options });
  return contacts[0]?.turns.map((turn) => [
    (turn.at - Date.parse(start.started_at)) / 1000,
    turn.actor,
    turn.text,
  ]);
}

describe('a transcript with its sidecar', () => {
  it('is a contact: known answer', async () => {
    const { contacts, quarantine } = await read();
    expect(quarantine).toEqual([]);
    expect(contacts).toMatchObject([
      {
        id: `webvtt/${contactId}`,
        startedAt: Date.parse(at('09:01:18')),
        answeredAt: Date.parse(at('09:02:00')),
        endedAt: Date.parse(at('09:02:09')),
        channel: 'voice',
        origin: 'bot',
        handoffKey: 's-4711',
        queue: 'Devices',
        agentId: 'u-5',
        outcome: { reason: 'sim_tray', resolved: true },
        turns: [
          {
            at: Date.parse('2026-03-02T09:02:01.200Z'),
            actor: 'customer',
            text: 'the bot did not get it, my sim tray has snapped',
          },
          {
            at: Date.parse('2026-03-02T09:02:04.500Z'),
            actor: 'agent',
            text: 'I will send you a new tray & a tool.',
          },
        ],
      },
    ]);
  });

  it.each<[string, (text: string) => string | Buffer]>([
    ['a byte order mark', (text) => `\uFEFF${text}`],
    ['line ends of Windows', (text) => text.replaceAll('\n', '\r\n')],
    ['line ends of old programs', (text) => text.replaceAll('\n', '\r')],
    ['UTF-16', (text) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['gzip', (text) => gzipSync(text)],
  ])('says the same with %s', async (_, written) => {
    const expected = await read();
    expect((await read({ text: written(transcript) })).contacts).toEqual(expected.contacts);
  });

  it('counts from where the recording began, as far as it is known', async () => {
    const text = call(cue(5, 6, '<v Agent>hello'));
    const known = { ...start, answered_at: at('09:02:00'), recording_started_at: at('09:01:58') };
    const spoken = async (beside: object) =>
      (await read({ text, beside })).contacts[0]?.turns[0]?.at;
    expect(await spoken(known)).toBe(Date.parse(at('09:02:03')));
    expect(await spoken({ ...known, recording_started_at: null })).toBe(Date.parse(at('09:02:05')));
    expect(await spoken(start)).toBe(Date.parse(at('09:00:05')));
  });

  it('was answered with the first word of the agent and ended with the last, where nothing else says it', async () => {
    const text = call(cue(1, 2, '<v Customer>hi'), cue(3, 4, '<v Agent>hello'), cue(8, 9, 'bye'));
    const { contacts } = await read({ text, beside: start });
    expect(contacts).toMatchObject([
      { answeredAt: Date.parse(at('09:00:03')), endedAt: Date.parse(at('09:00:09')) },
    ]);
  });

  it('reads telephones and codes that are numbers, and leaves out what is empty', async () => {
    const { contacts, quarantine } = await read({
      beside: {
        ...start,
        contact_id: 17,
        queue: '',
        customer: { phone: 447700900123, email: null },
        outcome: { reason: 12, csat: 5 },
      },
    });
    expect(quarantine).toEqual([]);
    expect(contacts).toMatchObject([{ contactId: '17', outcome: { reason: '12', csat: 100 } }]);
    expect(contacts[0]).not.toHaveProperty('queue');
    expect(Object.keys(contacts[0]?.customer ?? {})).toEqual(['phone']);
  });

  it('takes times without an offset for those of the zone', async () => {
    const beside = { started_at: '2026-07-02 09:00:00' };
    const expected = [{ startedAt: Date.parse('2026-07-02T08:00:00Z') }];
    expect((await read({ beside, options: { timezone: 'Europe/London' } })).contacts).toMatchObject(
      expected,
    );
    const file = folder.write(`${contactId}.vtt`, transcript);
    const calendar = createCalendar('Europe/London');
    expect((await readAll('webvtt', file, {}, { calendar })).contacts).toMatchObject(expected);
    expect((await readAll('webvtt', file)).quarantine).toMatchObject([
      { reason: expect.stringMatching(/^started_at: .*`timezone`/) },
    ]);
  });

  it('is kept without a word in it', async () => {
    const { contacts, quarantine } = await read({ text: 'WEBVTT\n' });
    expect(quarantine).toEqual([]);
    expect(contacts).toMatchObject([{ outcome: { reason: 'sim_tray' }, turns: [] }]);
  });

  it('is not read twice from a folder that is named whole', async () => {
    await read();
    const { contacts, quarantine } = await readAll('webvtt', folder.path);
    expect([contacts.length, quarantine]).toEqual([1, []]);
  });

  it('is told from one of the same name in the folder of another day, wherever the config begins', async () => {
    for (const day of ['a', 'b']) {
      folder.write(`${day}/0001.vtt`, transcript);
      folder.write(`${day}/0001.json`, jsonLine(start));
    }
    const ids = async (path: string) =>
      (await readAll('webvtt', `${folder.path}${path}`)).contacts.map((one) => one.contactId);
    expect(await ids('/**/*.vtt')).toEqual(['a/0001', 'b/0001']);
    expect(await ids('')).toEqual(['a/0001', 'b/0001']);
    expect(await ids('/a/*.vtt')).toEqual(['0001']);
    expect(await ids('/b/0001.vtt')).toEqual(['0001']);
    folder.write('a/0001.json', jsonLine({ ...start, contact_id: 'c17' }));
    expect(await ids('/**/*.vtt')).toEqual(['c17', 'b/0001']);
  });

  it('has its bare name for its id where the pattern says so, from any folder and however the config writes the path', async () => {
    const uuid = '2b0c6d2e-1111-4000-8000-000000000000';
    folder.write(`2026-03-02/${uuid}.vtt`, transcript);
    folder.write(`2026-03-02/${uuid}.json`, jsonLine(start));
    const options = { name_pattern: '^(?<contact_id>.+)$' };
    for (const path of ['', '/*/*.vtt', '/2026-03-02/*.vtt', `/2026-03-02/${uuid}.vtt`]) {
      const { contacts } = await readAll('webvtt', `${folder.path}${path}`, options);
      expect(contacts.map((one) => one.contactId)).toEqual([uuid]);
    }
  });

  it('is read again when its own sidecar comes or changes, and then alone', async () => {
    const known = new Map<string, string>();
    const night = async () => {
      const { events } = await readAll(
        'webvtt',
        `${folder.path}/*.vtt`,
        {},
        {
          alreadyRead: async (file, print) => known.get(file) === print,
        },
      );
      return events.flatMap((event) => {
        if (event.kind === 'file_done') known.set(event.file, event.fingerprint);
        return event.kind === 'file_done' ? [event.file.split('/').at(-1)] : [];
      });
    };
    folder.write('a.vtt', transcript);
    folder.write('b.vtt', transcript);
    expect(await night()).toEqual(['a.vtt', 'b.vtt']);
    expect(await night()).toEqual([]);
    folder.write('b.json', jsonLine(start));
    expect(await night()).toEqual(['b.vtt']);
    folder.write('b.json', jsonLine({ ...start, queue: 'Devices' }));
    expect(await night()).toEqual(['b.vtt']);
  });
});

describe('a transcript that lacks something', () => {
  it('is set aside without a start, and says what to do', async () => {
    for (const beside of [null, { contact_id: '1' }]) {
      const { contacts, quarantine } = await read({ beside, name: beside ? 'with' : 'without' });
      expect(contacts).toEqual([]);
      expect(quarantine).toMatchObject([
        { line: 1, reason: expect.stringMatching(/^started_at: unknown.*JSON.*name_pattern/) },
      ]);
    }
  });

  const options = {
    name_pattern: '^(?<contact_id>[a-z\\d]+)_(?<started_at>\\d{14})(?:_(?<handoff_key>s-\\d+))?',
    timestamp_format: 'YYYYMMDDHHmmss',
    timezone: 'Europe/London',
  };

  it('is known by its name where the config has a pattern, and a sidecar knows better', async () => {
    const name = 'c17_20260302090000_s-4711';
    const fromName = await read({ name, beside: null, options });
    expect(fromName.quarantine).toEqual([]);
    expect(fromName.contacts).toMatchObject([
      { contactId: 'c17', startedAt: Date.parse(at('09:00:00')), handoffKey: 's-4711' },
    ]);
    const both = await read({ name, beside: { started_at: at('08:59:00'), queue: 'q' }, options });
    expect(both.contacts).toMatchObject([
      { contactId: 'c17', startedAt: Date.parse(at('08:59:00')), queue: 'q' },
    ]);
  });

  it('is set aside where its name does not fit the pattern', async () => {
    for (const name of ['call', 'c17_20261302090000'])
      expect(await read({ name, beside: null, options })).toMatchObject({
        contacts: [],
        quarantine: [{ reason: expect.stringMatching(/^started_at/) }],
      });
  });

  it.each([
    ['a sidecar that is no JSON', '{"started_at": "2026', /^sidecar: /],
    ['a sidecar that is a list of words', '["a"]', /^sidecar: /],
    ['an empty sidecar', '', /^sidecar: /],
    ['a time that is none', { ...start, ended_at: 'soon' }, /^ended_at: /],
    ['a channel that is none', { ...start, channel: 'smoke' }, /^channel: /],
    ['a customer that is none', { ...start, customer: 'Sam' }, /^customer: /],
  ])('has a reason for %s', async (_, beside, reason) => {
    const { contacts, quarantine } = await read({ beside });
    expect(contacts).toEqual([]);
    expect(quarantine).toMatchObject([{ line: 1, reason: expect.stringMatching(reason) }]);
    expect(quarantine[0]?.reason).not.toMatch(/smoke|Sam|soon/);
  });

  it('is known by its name where its sidecar cannot be read, which is said', async () => {
    const { contacts, quarantine } = await read({
      name: 'c17_20260302090000',
      beside: '{',
      options,
    });
    expect(contacts).toHaveLength(1);
    expect(quarantine).toMatchObject([{ reason: expect.stringMatching(/^sidecar/) }]);
  });

  it('is no WebVTT without the signature', async () => {
    expect((await read({ text: 'hello\n' })).quarantine).toMatchObject([
      { line: 1, reason: expect.stringMatching(/WEBVTT/) },
    ]);
  });

  it('keeps what stands before a cut, wherever it is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 7, max: transcript.length }), async (length) => {
        const { contacts } = await read({ text: transcript.slice(0, length) });
        expect(contacts).toHaveLength(1);
      }),
      { numRuns: 40 },
    );
    const packed = gzipSync(transcript.repeat(50));
    const { quarantine } = await read({ text: packed.subarray(0, packed.length - 20) });
    expect(quarantine).toHaveLength(1);
  });

  it('is a contact or has a reason, whatever hostile text stands anywhere in it', async () => {
    const hostile = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('-->', '\n\n', '\0', '\u2028', '<v ', '</v>', '<v __proto__>', '&#xD800;'),
      fc.constantFrom('<script>alert(1)</script>', '{"type":"agent_contact"}', '\r', 'WEBVTT\n'),
    );
    await fc.assert(
      fc.asyncProperty(fc.nat(transcript.length), hostile, async (place, put) => {
        const text = transcript.slice(0, place) + put + transcript.slice(place);
        const { contacts, quarantine, events } = await read({ text });
        expect(events.filter(({ kind }) => kind === 'file_failed')).toEqual([]);
        expect(contacts.length + quarantine.length).toBeGreaterThan(0);
        for (const turn of contacts[0]?.turns ?? []) expect(turn.text.trim()).not.toBe('');
      }),
      { numRuns: 150 },
    );
  });

  it('comes out of any sidecar as a contact or with a reason', async () => {
    await fc.assert(
      fc.asyncProperty(damaged(jsonLine(sidecar)), async (beside) => {
        const { contacts, quarantine, events } = await read({ beside });
        expect(events.filter(({ kind }) => kind === 'file_failed')).toEqual([]);
        expect(contacts.length + quarantine.length).toBeGreaterThan(0);
      }),
      { numRuns: 100 },
    );
  });
});

describe('the turns of a transcript', () => {
  it('are those of agents and customers as usually named, and of the system', async () => {
    const said = ['Agent', 'Advisor 2', 'Customer service', 'Customer', 'CALLER', 'Virtual agent'];
    expect(
      await turns(call(...said.map((name, i) => cue(i * 5, i * 5 + 1, `<v ${name}>x`)))),
    ).toEqual([
      [0, 'agent', 'x'],
      [5, 'agent', 'x'],
      [10, 'agent', 'x'],
      [15, 'customer', 'x'],
      [20, 'customer', 'x'],
      [25, 'system', 'x'],
    ]);
  });

  it('have what stands before a colon for words where it is nobody of the file', async () => {
    const words = [
      'Total: 50 pounds',
      'Total: fifty',
      'Order Number: A1',
      'Fridges: £50',
      'Note: call back',
    ];
    for (const said of [...words, 'Monday: closed']) {
      expect(await turns(call(cue(0, 1, `Agent: I read it back\n${said}`)))).toEqual([
        [0, 'agent', `I read it back ${said}`],
      ]);
      expect(await turns(call(cue(0, 1, '<v Agent>hi'), cue(9, 10, said)))).toEqual([
        [0, 'agent', 'hi'],
        [9, 'system', said],
      ]);
    }
  });

  it('have what is read out twice for words, too', async () => {
    const total = [
      cue(0, 1, 'Agent: here\nTotal: 50 pounds'),
      cue(1, 2, 'Agent: again\nTotal: 50'),
    ];
    expect(await turns(call(...total))).toEqual([
      [0, 'agent', 'here Total: 50 pounds again Total: 50'],
    ]);
  });

  it('are also those of others, whose names do not stay within their words', async () => {
    const once = [
      cue(0, 1, 'Agent: hello\nSupervisor: taking over'),
      cue(5, 6, 'Sam Carter: hi I want to cancel'),
      cue(9, 10, 'Sam Carter: 4711'),
    ];
    expect(await turns(call(...once))).toEqual([
      [0, 'agent', 'hello'],
      [0, 'system', 'taking over'],
      [5, 'system', 'hi I want to cancel'],
      [9, 'system', '4711'],
    ]);
    const others = [cue(0, 1, 'Agent: hello\nSam Carter: hi'), cue(5, 6, 'Sam Carter: bye')];
    expect(await turns(call(...others))).toEqual([
      [0, 'agent', 'hello'],
      [0, 'system', 'hi'],
      [5, 'system', 'bye'],
    ]);
    expect(await turns(call(cue(0, 1, 'Sam Carter: hi')))).toEqual([[0, 'system', 'hi']]);
  });

  it('are those that the options name', async () => {
    const text = call(cue(0, 1, '<v Channel 0>hello'), cue(1, 2, '<v Channel 1>hi'));
    const options = { agents: '^channel 0$', customers: '^channel 1$' };
    expect(await turns(text, options)).toEqual([
      [0, 'agent', 'hello'],
      [1, 'customer', 'hi'],
    ]);
    const { contacts, quarantine } = await read({ text });
    expect(quarantine).toMatchObject([{ reason: expect.stringMatching(/^speaker: .*`agents`/) }]);
    expect(contacts[0]?.turns.map(({ actor }) => actor)).toEqual(['system', 'system']);
  });

  it('go on over cues of one speaker until a longer silence', async () => {
    const text = call(
      cue(0, 2, 'Agent: can I have your'),
      cue(2, 4, 'Agent: account number'),
      cue(7, 8, 'Agent: hello?'),
      cue(8, 9, 'Customer: yes'),
    );
    expect(await turns(text)).toEqual([
      [0, 'agent', 'can I have your account number'],
      [7, 'agent', 'hello?'],
      [8, 'customer', 'yes'],
    ]);
    expect(await turns(text, { join_seconds: 0 })).toHaveLength(3);
    expect(await turns(text, { join_seconds: 5 })).toHaveLength(2);
  });

  it('are in order of time, overlapping or not', async () => {
    const text = call(
      cue(4, 6, '<v Customer>wait'),
      cue(0, 5, '<v Agent>I will send a tray'),
      cue(5, 7, '<v Agent>today'),
      cue(9, 9, '<v Customer>fine<v Agent>bye'),
    );
    expect(await turns(text)).toEqual([
      [0, 'agent', 'I will send a tray'],
      [4, 'customer', 'wait'],
      [5, 'agent', 'today'],
      [9, 'customer', 'fine'],
      [9, 'agent', 'bye'],
    ]);
  });

  it('say once what captions show again, and twice what is said twice', async () => {
    expect(await turns(call(cue(0, 4, '<v Agent>yes'), cue(2, 6, '<v Agent>yes')))).toEqual([
      [0, 'agent', 'yes'],
    ]);
    expect(await turns(call(cue(0, 1, '<v Agent>yes'), cue(1, 2, '<v Agent>yes')))).toEqual([
      [0, 'agent', 'yes yes'],
    ]);
  });

  it('have nothing that the customer said to a bot before the agent came', async () => {
    const text = call(
      cue(0, 1, '<v Assistant>how can I help?'),
      cue(2, 3, '<v Customer>my tray snapped'),
      cue(4, 5, '<v Assistant>one moment'),
      cue(6, 7, '<v Customer>hello?'),
      cue(8, 9, '<v Agent>hello'),
    );
    expect((await turns(text))?.map(([, actor]) => actor)).toEqual([
      'system',
      'system',
      'customer',
      'agent',
    ]);
  });

  it('are no longer than can be read, whoever never pauses', async () => {
    const words = 'so it goes on and on '.repeat(10);
    const text = call(...Array.from({ length: 50 }, (_, i) => cue(i, i + 1, `<v Agent>${words}`)));
    const found = (await turns(text)) ?? [];
    expect(found.length).toBeGreaterThan(4);
    for (const [, , said] of found) expect(String(said).length).toBeLessThan(2001);
  });
});

it('refuses expressions that are none, and groups that it does not know', () => {
  expect(checkSourceOptions('webvtt', { agents: '(' })).toEqual([
    expect.stringMatching(/^agents: .*regular expression/),
  ]);
  expect(checkSourceOptions('webvtt', { name_pattern: '^(?<when>.*)' })).toEqual([
    expect.stringMatching(/^name_pattern: unknown groups when; known are contact_id/),
  ]);
  expect(checkSourceOptions('webvtt', { name_pattern: '^call' })).toEqual([
    expect.stringMatching(/^name_pattern: no named group/),
  ]);
});
