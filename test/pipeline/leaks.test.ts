import { describe, expect, it } from 'vitest';
import { english } from '../../src/language/en/english.js';
import { leaksIn, refuseLeaks } from '../../src/pipeline/leaks.js';
import { isMadeUp, madeUp } from '../../src/suggest/made-up.js';

const allowed = {
  language: english,
  region: 'GB',
  own: [],
  ids: ['0207 946 0018', '44452565-0314'],
  isMadeUp,
};
const file = (content: string, path = 'summary.md') => [{ path, content }];

describe('values that redaction hides', () => {
  it.each([
    ['email', 'she wrote from jane.roe@mail.test-firm.com'],
    ['phone', 'call me on 0121 496 0123 please'],
    ['card', 'it is 4111 1111 1111 1111'],
    ['iban', 'to DE89 3704 0044 0532 0130 00'],
  ])('a leak of an %s is found with its place', (kind, text) => {
    expect(leaksIn(file(`one\n${text}\n`), allowed)).toEqual([
      { kind, path: 'summary.md', line: 2 },
    ]);
  });

  it.each([
    ['a token', 'call me on ⟨phone:9f2c41⟩'],
    ['a made-up one', `write to ${madeUp('email', 7)} or ${madeUp('phone', 7)}`],
    ['a hash', 'S-7583601025 and 2224740270222474'],
    ['a figure', '1,272,928 of 2,400,000 (53.04 %)'],
    ['an id of a record', 'contact_id: 44452565-0314'],
  ])('%s is none', (_, text) => {
    expect(leaksIn(file(text), allowed)).toEqual([]);
  });

  it('are no ids, also where a hash is part of one', () => {
    const id = 'WT-0121-496-0123-d228d7ae6799';
    expect(leaksIn(file(`contact_id: ${id}`), { ...allowed, ids: [id] })).toEqual([]);
    expect(leaksIn(file(`contact_id: ${id}`), allowed)).toHaveLength(1);
  });

  it('are looked for in the texts of data files, not in their figures, and not in markup', () => {
    expect(leaksIn(file('{"share":441214960123}', 'metrics.json'), allowed)).toEqual([]);
    expect(leaksIn(file('{"text":"on 0121 496 0123"}', 'journeys.ndjson'), allowed)).toHaveLength(
      1,
    );
    expect(leaksIn(file('<path d="0121 496 0123">no</path>', 'report.html'), allowed)).toEqual([]);
  });

  it('may stand in a file to import where the bot’s own training data has them, and nowhere else', () => {
    const own = ['- call 0121 496 0123'];
    const text = 'text: call 0121 496 0123';
    expect(leaksIn(file(text, 'import/rasa/nlu.yml'), { ...allowed, own })).toEqual([]);
    expect(leaksIn(file(text, 'suggestions.yaml'), { ...allowed, own })).toHaveLength(1);
    expect(leaksIn(file(text, 'import/rasa/nlu.yml'), allowed)).toHaveLength(1);
  });

  it('stop the night with their places and without themselves', () => {
    const publish = () => refuseLeaks(file('on 0121 496 0123'), allowed);
    expect(publish).toThrow(/nothing was published.*phone in summary\.md:1/s);
    expect(publish).not.toThrow(/0123/);
    expect(() => refuseLeaks(file('on Monday'), allowed)).not.toThrow();
  });
});
