import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Suggestion } from '../../src/domain/suggestion.js';
import { report as reportPage } from '../../src/publish/exporters/report.js';
import { checkBase, manifestOf, readManifest } from '../../src/publish/manifest.js';
import { goesIn, publish } from '../../src/publish/publish.js';
import { phrase, report, suggestion } from './fixture.js';

const sha256 = (one: string) => createHash('sha256').update(one).digest('hex');
const text = 'nlu:\n- intent: greet\n  examples: |\n    - hi\n    - hello\n';
const training = [
  { path: '../bot/data/nlu.yml', text },
  { path: 'rules.yml', text: 'rules: []\n' },
];
const greeting = suggestion({
  intent: 'greet',
  phrases: [phrase('good day')],
  review: { decision: 'accepted', by: 'ada', at: '2026-03-03T09:00:00.000Z' },
});
const files = publish(report({ suggestions: [greeting] }), { training, vendor: 'rasa' });
const contentOf = (path: string) => files.find((file) => file.path === path)?.content ?? '';

describe('the import folder', () => {
  it('has the changed files under their own paths, never outside, and a manifest', () => {
    const paths = files.map(({ path }) => path).filter((path) => path.startsWith('import'));
    expect(paths.filter((path) => !path.startsWith('import/rasa/tests/'))).toEqual([
      'import/rasa/bot/data/nlu.yml',
      'import/rasa/manifest.yaml',
    ]);
    expect(contentOf('import/rasa/bot/data/nlu.yml')).toBe(`${text}    - good day\n`);
  });

  it('is absent for a vendor that nobody patches', () => {
    const other = publish(report(), { training, vendor: 'handback' });
    expect(other.filter(({ path }) => path.startsWith('import'))).toEqual([]);
  });

  it('is refused over a base that has moved or gone, not over its own result', () => {
    const manifest = readManifest(contentOf('import/rasa/manifest.yaml'));
    const current = (now: string) =>
      checkBase(manifest, [{ path: '../bot/data/nlu.yml', text: now }, ...training.slice(1)]);
    expect(current(text)).toEqual([]);
    expect(current(`${text}    - good day\n`)).toEqual([]);
    expect(current(`${text}    - by hand\n`)).toEqual([
      expect.stringMatching(/^\.\.\/bot\/data\/nlu\.yml: changed since/),
    ]);
    expect(checkBase(manifest, [])).toContain('../bot/data/nlu.yml: no longer there');
  });

  it('has regression cases, and lists each in its manifest beside the training files', () => {
    const manifest = readManifest(contentOf('import/rasa/manifest.yaml'));
    const own = files.filter(({ path }) => path.startsWith('import/rasa/tests/'));
    expect(
      own.map(({ path, content }) => [path.replace('import/rasa/', ''), sha256(content)]),
    ).toEqual(manifest.cases?.map((one) => [one.path, one.sha256]));
    expect(own.map(({ path }) => path.replace('import/rasa/tests/', ''))).toEqual([
      'test_handback.yml',
      'botium/handback-greet-231bf89d72.convo.txt',
      'botium/handback-greet-231bf89d72.utterances.txt',
    ]);
    expect(contentOf('import/rasa/tests/test_handback.yml')).toContain('      good day\n');
    // Nobody is asked for a file of tests that they did not take over.
    expect(checkBase(manifest, training)).toEqual([]);
  });

  it('is not refused for a file that the patch made beside the training files', () => {
    const list = { path: 'phrases-to-add.csv', text: 'good day,greet\n' };
    const made = manifestOf('watsonx', [greeting], training, { files: [list], notes: [] });
    expect(checkBase(made, training)).toEqual([]);
    expect(checkBase(made, [...training, { ...list, text: 'by hand\n' }])).toHaveLength(1);
  });

  it('says in its manifest who accepted what, and when', () => {
    expect(readManifest(contentOf('import/rasa/manifest.yaml')).suggestions).toEqual([
      { id: 's-1', decision: 'accepted', by: 'ada', at: '2026-03-03T09:00:00.000Z' },
    ]);
  });

  it('changes nothing while nobody has accepted anything, and knows the base all the same', () => {
    const unread = suggestion({ intent: 'greet', phrases: [phrase('good day')] });
    const made = publish(report({ suggestions: [unread] }), { training, vendor: 'rasa' });
    const own = made.filter(({ path }) => path.startsWith('import'));
    expect(own.map(({ path }) => path)).toEqual(['import/rasa/manifest.yaml']);
    const manifest = readManifest(own[0]?.content ?? '');
    expect(manifest.notes[0]).toMatch(/nobody has accepted/);
    expect(checkBase(manifest, training)).toEqual([]);
    expect(checkBase(manifest, [{ path: '../bot/data/nlu.yml', text: '' }])).not.toEqual([]);
  });
});

describe('a suggestion goes in', () => {
  const decide = (
    verdict: Suggestion['gate']['verdict'],
    decision: Suggestion['review']['decision'],
    pending: boolean,
  ) => goesIn(suggestion({ gate: { verdict, reason: '' }, review: { decision } }), { pending });

  it.each([
    ['pass', 'pending', false],
    ['pass', 'accepted', true],
    ['pass', 'rejected', false],
    ['review', 'pending', false],
    ['review', 'accepted', true],
    ['review', 'edited', true],
    ['refused', 'accepted', false],
  ] as const)('gate %s, decision %s: %s', (verdict, decision, expected) => {
    expect(decide(verdict, decision, false)).toBe(expected);
  });

  it.each([
    ['pass', 'pending', true],
    ['review', 'pending', false],
    ['refused', 'pending', false],
    ['pass', 'rejected', false],
  ] as const)('asked for by name, gate %s, decision %s: %s', (verdict, decision, expected) => {
    expect(decide(verdict, decision, true)).toBe(expected);
  });
});

it.each([
  [12, 'would overturn some 12 of these labels (9.2%).'],
  [0, 'would overturn hardly any of these labels.'],
])('of labels that a reviewer would overturn the report says %i in words', (overturned, words) => {
  const page = reportPage.render(report({ labelNoise: { labels: 131, overturned } }));
  expect(page.replace(/[\u00a0\u202f]/g, ' ')).toContain(words);
});
