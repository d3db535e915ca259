import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cuesIn } from '../../../src/vendors/webvtt/cues.js';

const file = (...blocks: string[]): string => ['WEBVTT', ...blocks].join('\n\n');
const payloads = (text: string) => cuesIn(text)?.cues.map(({ payload }) => payload);

describe('the cues of a file', () => {
  it('have hours or none, a name or none, settings or none', () => {
    const text = file(
      '00:01.500 --> 00:02.000\na',
      '7\n100:00:01.500 --> 100:00:02.000 align:start line:0\nb',
      'the end\n00:01:00.000\t-->\t00:01:01.000\nc',
    );
    expect(cuesIn(text)).toEqual({
      cues: [
        { start: 1500, end: 2000, payload: 'a' },
        { start: 360_001_500, end: 360_002_000, payload: 'b' },
        { start: 60_000, end: 61_000, payload: 'c' },
      ],
      lost: { places: 0, line: 0 },
    });
  });

  it.each(['\n', '\r\n', '\r'])('are the same with the line end %j', (end) => {
    const text = file('1\n00:01.000 --> 00:02.000\nover\nlines', '00:03.000 --> 00:04.000\nb');
    expect(cuesIn(text.replaceAll('\n', end))).toEqual(cuesIn(text));
    expect(payloads(text.replaceAll('\n', end))).toEqual(['over\nlines', 'b']);
  });

  it.each([
    ['a note', 'NOTE'],
    ['a note that has a cue commented out', 'NOTE\n00:01.000 --> 00:02.000\nhidden'],
    ['a note on its own line', 'NOTE checked by Sam'],
    ['styles', 'STYLE\n::cue { color: lime }'],
    ['a region', 'REGION\nid:left'],
    ['the signature of a segment', 'WEBVTT\nX-TIMESTAMP-MAP=MPEGTS:0,LOCAL:00:00:00.000'],
  ])('leave out %s', (_, block) => {
    const text = file(block, '00:01.000 --> 00:02.000\nsaid', block);
    expect(cuesIn(text)).toMatchObject({ cues: [{ payload: 'said' }], lost: { places: 0 } });
  });

  it('are no notes where they only begin like one', () => {
    expect(payloads(file('NOTES\n00:01.000 --> 00:02.000\nNOTE this down'))).toEqual([
      'NOTE this down',
    ]);
  });

  it('need no blank line before a timing', () => {
    expect(payloads('WEBVTT\n00:01.000 --> 00:02.000\na\n00:02.000 --> 00:03.000\nb')).toEqual([
      'a',
      'b',
    ]);
  });

  it('have no length where they end before they start', () => {
    expect(cuesIn(file('00:05.000 --> 00:01.000\na'))?.cues).toEqual([
      { start: 5000, end: 5000, payload: 'a' },
    ]);
  });

  it.each([
    ['seconds that no clock has', '00:00:99.000 --> 00:01:40.000\nlost'],
    ['a timing that was cut off', '00:01.000 --> 00:0'],
    ['words behind a blank line', 'said before'],
    ['hours without end', `${'9'.repeat(400)}:00:00.000 --> 00:01.000\nlost`],
  ])('say where words are lost: %s', (_, block) => {
    const read = cuesIn(file('00:01.000 --> 00:02.000\na', block, '00:03.000 --> 00:04.000\nb'));
    expect(read?.cues.map(({ payload }) => payload)).toEqual(['a', 'b']);
    expect(read?.lost).toEqual({ places: 1, line: 6 });
  });

  it.each([
    ['SubRip', '1\n00:00:01,000 --> 00:00:02,000\na'],
    ['another word', 'WEBVTTX\n\n00:01.000 --> 00:02.000\na'],
    ['a blank before it', ' WEBVTT'],
    ['nothing', ''],
  ])('are none in %s', (_, text) => {
    expect(cuesIn(text)).toBeNull();
  });

  it('are read of any text in the time that its length takes', () => {
    const line = fc.oneof(
      fc.string(),
      fc.constantFrom('', 'NOTE', 'STYLE', 'WEBVTT', '-->', '00:01.000 --> 00:02.000'),
    );
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('\n', '\r', '\r\n'), (lines, end) => {
        for (const { start, end: until } of cuesIn(['WEBVTT', ...lines].join(end))?.cues ?? [])
          expect(until).toBeGreaterThanOrEqual(start);
      }),
    );
    const long = cuesIn(`WEBVTT\n\n${'00:01.000 --> 00:02.000\n'.repeat(200_000)}`);
    expect(long?.cues).toHaveLength(200_000);
  });
});
