import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSourceOptions } from '../../../src/vendors/sources.js';
import { createFolder, type Folder, readAll, redactor } from '../../ingest/reading.js';

let folder: Folder;
beforeEach(() => {
  folder = createFolder();
});
afterEach(() => folder.remove());

const read = (content: string, options = {}) =>
  readAll('csat-csv', folder.write('surveys.csv', content), options);

const sample =
  'ResponseId,contact_id,score,comment,RecordedDate\n' +
  'R_1,c-90017,4,"bot useless, Sam was great",2026-03-02 10:00:00\n' +
  'R_2,c-90018,1,,2026-03-02 10:05:00\n';

describe('a survey as tools write it', () => {
  const times = async (format: string, ...values: string[]) => {
    const rows = values.map((value, i) => `c${i},5,"${value}"\n`).join('');
    const options = { timestamp_format: format, timezone: 'Europe/London' };
    const { surveys } = await read(`contact_id,score,responded_at\n${rows}`, options);
    return surveys.map(({ respondedAt }) => new Date(respondedAt ?? 0).toISOString());
  };

  it('may part cells with semicolons under a question with as many commas', async () => {
    const header = 'contact_id;"Were advice, wait, tone good?";responded_at;comment';
    const { surveys } = await read(`${header}\nc1;5;2026-03-02T10:00:00Z;a, b, c\n`, {
      score_column: 'Were advice, wait, tone good?',
    });
    expect(surveys).toMatchObject([{ id: 'c1', csat: 100, comment: 'a, b, c' }]);
  });

  it('may be Windows-1252, told by its bytes or by an option', async () => {
    const text = 'contact_id,Gr\u00f6\u00dfe,comment\nc1,5,sch\u00f6n \u2013 gut\n';
    const bytes = Buffer.from(text.replace('\u2013', '\u0096'), 'latin1');
    const file = folder.write('surveys.csv', bytes);
    const expected = [expect.objectContaining({ csat: 100, comment: 'sch\u00f6n \u2013 gut' })];
    for (const more of [{}, { encoding: 'windows-1252' }]) {
      const { surveys } = await readAll('csat-csv', file, {
        score_column: 'Gr\u00f6\u00dfe',
        ...more,
      });
      expect(surveys).toEqual(expected);
    }
    expect(checkSourceOptions('csat-csv', { encoding: 'klingon' }).join()).toMatch(/^encoding: /);
  });

  it('may have offsets of hours alone, parted or not', async () => {
    const same = ['2026-03-02 16:20:00+02', '2026-03-02 14:20:00 UTC', '2026-03-02T14:20:00+0000'];
    expect(await times('iso', ...same)).toEqual(same.map(() => '2026-03-02T14:20:00.000Z'));
    expect(await times('iso', '2026-03-02')).toEqual(['2026-03-02T00:00:00.000Z']);
  });

  it('may have a clock of twelve hours, names of months and years of two digits', async () => {
    const noon = await times(
      'MM/DD/YYYY hh:mm:ss A',
      '03/02/2026 12:00:00 PM',
      '03/02/2026 12:05:00 am',
    );
    expect(noon).toEqual(['2026-03-02T12:00:00.000Z', '2026-03-02T00:05:00.000Z']);
    expect(await times('D MMM YY, H:mm', '2 March 26, 9:05', '2 Mar 26, 9:05')).toEqual([
      '2026-03-02T09:05:00.000Z',
    ]);
    expect(await times('hh:mm A DD/MM/YYYY', '13:00 PM 02/03/2026')).toEqual([]);
  });

  it('is refused where the pattern has letters that mean nothing', () => {
    const check = (timestamp_format: string) =>
      checkSourceOptions('csat-csv', { timestamp_format });
    expect(check('DD/MM/YYYY kk:mm zz').join()).toMatch(/unknown fields kk, zz; known are YYYY/);
    expect(check('YYYY-MM-DDTHH:mm:ss')).toEqual([]);
    expect(check('DD/MM/YYYY [at] HH:mm')).toEqual([]);
  });

  it('may name a column twice, in letters of any case: the first that says something counts', async () => {
    const { surveys } = await read('CONTACT_ID,Score,Score\nc1,5,\nc2,,1\n');
    expect(surveys.map(({ csat }) => csat)).toEqual([100, 0]);
  });

  it('does not have its first row repeated where that is no header', async () => {
    const { quarantine } = await read('c1,5,2026-03-02,jane@example.com\nc2,4,2026-03-03,x\n');
    const reasons = quarantine.map(({ reason }) => reason).join();
    expect(reasons).toMatch(/no column contact_id.*the first row looks like data/);
    expect(reasons).not.toContain('jane');
  });

  it('is set aside where no column says how the customer found it', async () => {
    const { surveys, quarantine } = await read('contact_id,CSAT Score\nc1,5\n');
    expect(surveys).toEqual([]);
    expect(quarantine.map(({ reason }) => reason).join()).toMatch(
      /^score_column: no column .*; the file has contact_id, CSAT Score$/,
    );
    expect((await read('contact_id,comment\nc1,fine\n')).surveys).toHaveLength(1);
  });
});

describe('a survey CSV', () => {
  it('is read by the usual names', async () => {
    const { surveys, quarantine } = await read(sample, { timezone: 'Europe/London' });
    expect(quarantine).toEqual([]);
    expect(surveys).toEqual([
      {
        id: 'c-90017',
        contactId: 'c-90017',
        customer: {},
        respondedAt: Date.parse('2026-03-02T10:00:00Z'),
        csat: 75,
        comment: expect.stringMatching(/^bot useless, ⟨name:[0-9a-f]{6}⟩ was great$/),
      },
      {
        id: 'c-90018',
        contactId: 'c-90018',
        customer: {},
        respondedAt: Date.parse('2026-03-02T10:05:00Z'),
        csat: 0,
      },
    ]);
  });

  it('refuses a time that names no moment, but takes the zone of the business', async () => {
    const { surveys, quarantine } = await read(sample);
    expect(surveys).toEqual([]);
    expect(quarantine[0]).toMatchObject({ line: 2, reason: expect.stringContaining('timezone') });
    const calendar = { timeZone: 'America/New_York' } as never;
    const file = folder.write('again.csv', sample);
    const again = await readAll('csat-csv', file, {}, { calendar });
    expect(again.surveys[0]?.respondedAt).toBe(Date.parse('2026-03-02T15:00:00Z'));
  });

  it('maps columns, delimiter, decimal comma, words and header rows of another tool', async () => {
    const { surveys, quarantine } = await read(
      '\uFEFFTicket;Note;Wann;Text;Fertig\r\n' +
        'Ticket Nr.;Ihre Note;Zeit;Kommentar;-\r\n' +
        '"{""ImportId"":""Q1""}";;;;\r\n' +
        'T-1;4,5;31/03/2026 09:30;"erste Zeile\r\nzweite; Zeile";True\r\n' +
        'T-2;schlecht;31/03/2026 10:00;;True\r\n' +
        'T-3;5;31/03/2026 10:00;;False\r\n',
      {
        id_column: 'Ticket',
        id_kind: 'ticket',
        score_column: 'Note',
        values: { schlecht: 1 },
        timestamp_column: 'Wann',
        timestamp_format: 'DD/MM/YYYY HH:mm',
        timezone: 'Europe/Berlin',
        comment_column: 'Text',
        skip_header_rows: 2,
        decimal: ',',
        filter: { Fertig: 'true' },
      },
    );
    expect(quarantine).toEqual([]);
    expect(surveys.map(({ contactId, csat }) => [contactId, csat])).toEqual([
      ['T-1', 87.5],
      ['T-2', 0],
    ]);
    expect(surveys[0]?.respondedAt).toBe(Date.parse('2026-03-31T07:30:00Z'));
    expect(surveys[0]?.comment).toBe('erste Zeile\r\nzweite; Zeile');
  });

  it.each([
    ['0 to 10', { min: 0, max: 10 }, '7', 70],
    ['1 to 5 of which 1 is best', { min: 1, max: 5, direction: 'down' }, '2', 75],
    ['-2 to 2', { min: -2, max: 2 }, 'Bad: -1', 25],
    ['good and bad', { min: 0, max: 1 }, 'good', 100],
  ])('rescales %s to 0 to 100', async (_, scale, score, csat) => {
    const { surveys } = await read(`contact_id,score\nc-1,${score}\n`, {
      scale,
      values: { good: 1, bad: 0 },
    });
    expect(surveys[0]?.csat).toBeCloseTo(csat, 10);
  });

  it('reads NPS and effort as they are', async () => {
    const { surveys } = await read('contact_id,score,effort\nc-1,9,3\n', { metric: 'nps' });
    expect(surveys[0]).toMatchObject({ nps: 9, ces: 3 });
  });

  it('names a customer and a time where there is no contact', async () => {
    const options = { id_column: 'phone', id_kind: 'phone', timezone: 'Europe/London' };
    const { surveys, quarantine } = await read(
      'phone,score,RecordedDate\n07700 900123,5,2026-03-02 10:00:00\n07700 900124,5,\n',
      options,
    );
    expect(surveys).toHaveLength(1);
    expect(surveys[0]?.customer).toEqual(redactor.identity({ phone: '+447700900123' }));
    expect(surveys[0]?.contactId).toBeUndefined();
    expect(quarantine).toMatchObject([{ line: 3, reason: expect.stringMatching(/^contact_id/) }]);
  });

  it('keeps the hour on the days on which the clocks change', async () => {
    const { surveys } = await read(
      'contact_id,score,RecordedDate\na,5,2026-03-29 12:00:00\nb,5,2026-10-25 12:00:00\n',
      { timezone: 'Europe/London' },
    );
    expect(surveys.map(({ respondedAt }) => respondedAt)).toEqual([
      Date.parse('2026-03-29T11:00:00Z'),
      Date.parse('2026-10-25T12:00:00Z'),
    ]);
  });

  it('names the columns that it has when one is missing', async () => {
    const { quarantine } = await read('id,stars\n1,5\n', { score_column: 'note' });
    expect(quarantine).toMatchObject([
      { line: 1, reason: 'score_column: no column "note"; the file has id, stars' },
    ]);
  });

  it('guesses no sign on a scale that goes below 0', async () => {
    const scale = { min: -2, max: 2 };
    const { quarantine } = await read('contact_id,score\na,Very bad -2\n', { scale });
    expect(quarantine).toMatchObject([
      { line: 2, reason: expect.stringMatching(/^score: a dash/) },
    ]);
  });

  it('refuses a score outside its scale and words without a meaning', async () => {
    const { surveys, quarantine } = await read('contact_id,score\na,9\nb,fine\nc,5\n');
    expect(surveys.map(({ contactId }) => contactId)).toEqual(['c']);
    expect(quarantine.map(({ line, reason }) => [line, reason.split(':')[0]])).toEqual([
      [2, 'csat'],
      [3, 'score'],
    ]);
  });

  it('checks its options', () => {
    expect(checkSourceOptions('csat-csv', { timezone: 'Mars', scale: { min: 5, max: 1 } })).toEqual(
      [
        'scale: expected min below max',
        'timezone: expected an IANA time zone, for example Europe/London',
      ],
    );
    expect(checkSourceOptions('csat-csv', { scale: { mini: 1 } })).toEqual([
      'scale.mini: unknown key; known here: min, max, direction',
    ]);
  });
});
