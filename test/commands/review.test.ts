/** Decisions on a real database, through the real command line. */
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { suggestions as exporter } from '../../src/publish/exporters/suggestions.js';
import { openSqliteStore } from '../../src/store/sqlite.js';
import { report, suggestion } from '../publish/fixture.js';
import { config, createProject, type Project } from '../support/project.js';

const phrase = (text: string) => ({
  text,
  entities: [],
  sources: [{ sessionId: 's-1', turn: 0, signals: [], labelProbability: 0.9 }],
});
const add = suggestion({
  id: 'S-add',
  phrases: ['my novel is not finished', 'leave it with me', 'push it back'].map(phrase),
  review: { decision: 'pending' },
});
const ask = suggestion({
  id: 'S-ask',
  kind: 'add_slot',
  phrases: [],
  prompt: 'Which branch?',
  review: { decision: 'pending' },
});

let project: Project;
beforeEach(async () => {
  project = createProject();
  project.write('config/handback.yaml', config());
  project.write('data/none.ndjson', '');
  const store = openSqliteStore(join(project.folder, '.handback/handback.db'));
  await store.beginRun('2026-03-02', 0);
  await store.saveNight('2026-03-02', { suggestions: [add, ask] });
  await store.finishRun({ night: '2026-03-02', status: 'good', at: 1 });
  await store.close();
});
afterEach(() => project.remove());

const decisions = async () => {
  const store = openSqliteStore(join(project.folder, '.handback/handback.db'));
  const all = await store.reviews();
  await store.close();
  return new Map(all.map((one) => [one.suggestion, one]));
};
const file = (edit: (text: string) => string) =>
  project.write('reviewed.yaml', edit(exporter.render(report({ suggestions: [add, ask] }))));
const takeBack = () => project.run('review', '--from', 'reviewed.yaml');

describe('handback review', () => {
  it('lists what is to be decided, and no longer what was decided', async () => {
    const before = await project.run('review');
    expect(before.stdout).toContain('To be decided: 2.');
    expect(before.stdout).toMatch(/2 \+ leave it with me/);
    await project.run('review', 'accept', 'S-add', '--by', 'ada');
    const after = await project.run('review');
    expect(after.stdout).toContain('To be decided: 1.');
    expect(after.stdout).not.toContain('S-add');
    expect((await decisions()).get('S-add')).toMatchObject({
      review: { decision: 'accepted', by: 'ada' },
      approved: { phrases: add.phrases },
      rejectedPhrases: [],
    });
  });

  it('lists twenty, those of the first tickets first, unless all are wanted', async () => {
    const many = Array.from({ length: 25 }, (_, i) =>
      suggestion({ id: `S-${i}`, ticket: `T-${25 - i}`, review: { decision: 'pending' } }),
    );
    const [one] = report().tickets;
    const tickets = many.flatMap(({ ticket: id }, i) =>
      one ? [{ ...one, id, rank: 25 - i }] : [],
    );
    const store = openSqliteStore(join(project.folder, '.handback/handback.db'));
    await store.saveNight('2026-03-02', { tickets });
    await store.saveNight('2026-03-02', { suggestions: many });
    await store.close();
    const { stdout } = await project.run('review');
    const listed = stdout.match(/^S-\d+/gm);
    expect(listed).toHaveLength(20);
    expect(listed?.[0]).toBe('S-24');
    expect(stdout).toContain('5 more: "handback review --all".');
    const { stdout: all } = await project.run('review', '--all');
    expect(all.match(/^S-\d+/gm)).toHaveLength(25);
    expect(all).not.toContain('more:');
  });

  it('edits: some phrases out, one in other words, with its provenance', async () => {
    const done = await project.run(
      'review',
      'edit',
      'S-add',
      '--drop',
      '1',
      '--rewrite',
      '3=later, please',
    );
    expect(done).toMatchObject({ code: 0, stderr: '' });
    const made = (await decisions()).get('S-add');
    expect(made?.review.decision).toBe('edited');
    expect(made?.rejectedPhrases).toEqual(['my novel is not finished', 'push it back']);
    expect(made?.approved?.phrases).toEqual([add.phrases[1], { ...phrase('later, please') }]);
  });

  it('reads a rewrite as it is written in training files, and keeps its values marked', async () => {
    await project.run('review', 'edit', 'S-add', '--rewrite', '1=pay [567](amount) later');
    expect((await decisions()).get('S-add')?.approved?.phrases[0]).toMatchObject({
      text: 'pay 567 later',
      entities: [{ slot: 'amount', start: 4, end: 7 }],
    });
  });

  it("refuses a rewrite that is another intent's phrase", async () => {
    const definition = {
      platform: 'test',
      botId: 'bot',
      readAt: 1,
      intents: [
        { name: 'renew', examples: ['keep my book', 'renew my loan'], requiredSlots: [] },
        { name: 'return', examples: ['take it back', 'here is my book'], requiredSlots: [] },
      ],
      slots: [],
    };
    const store = openSqliteStore(join(project.folder, '.handback/handback.db'));
    await store.saveDefinition(definition);
    await store.saveNight('2026-03-02', { suggestions: [{ ...add, intent: 'renew' }] });
    await store.close();
    const { code, stderr } = await project.run(
      'review',
      'edit',
      'S-add',
      '--rewrite',
      '1=Here is my book!',
    );
    expect(code).toBe(2);
    expect(stderr).toMatch(/already a phrase of return/);
    expect((await decisions()).size).toBe(0);
  });

  it.each([
    [['edit', 'S-add'], /say what/],
    [['edit', 'S-add', '--drop', '4'], /phrase 4: there are 3/],
    [['edit', 'S-add', '--rewrite', 'later'], /expected a phrase's number/],
    [['edit', 'S-add', '--rewrite', '1=call me on 07911 123456'], /carries a long number/],
    [['edit', 'S-add', '--rewrite', '1=write to jo@home.org'], /carries an e-mail address/],
    [['edit', 'S-add', '--rewrite', '1=my name is Joanna Kowalski'], /carries a name/],
    [['edit', 'S-add', '--rewrite', '1=pay [567](amount'], /a bracket is left that marks nothing/],
    [['accept', 'S-add', '--drop', '1'], /belong to "handback review edit"/],
    [['approve', 'S-add'], /expected accept, reject, edit/],
    [['accept', 'S-gone'], /no such suggestion/],
    [['accept'], /which suggestion/],
  ])('%j is refused, with what is wrong, and decides nothing', async (args, message) => {
    const { code, stderr } = await project.run('review', ...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect((await decisions()).size).toBe(0);
  });
});

describe('a reviewed suggestions.yaml', () => {
  it('that nobody changed decides nothing', async () => {
    file((text) => text);
    expect((await takeBack()).stdout).toContain('nothing new is decided');
    expect((await decisions()).size).toBe(0);
  });

  it('is taken back as it is, once', async () => {
    file((text) =>
      text
        .replace('decision: pending', 'decision: accepted\n      by: ada')
        .replace('decision: pending', 'decision: rejected')
        .replace('leave it with me', 'leave the book with me'),
    );
    const first = await takeBack();
    expect(first.stdout).toMatch(/S-add edited.*1 of its phrases will not come back/);
    expect(first.stdout).toMatch(/S-ask rejected/);
    const made = (await decisions()).get('S-add');
    expect(made).toMatchObject({ review: { by: 'ada' }, rejectedPhrases: ['leave it with me'] });
    expect(made?.approved?.phrases[1]).toEqual(phrase('leave the book with me'));
    expect((await takeBack()).stdout).not.toMatch(/S-ask/);
  });

  it.each([
    ['no YAML', () => 'a: [b', /reviewed.yaml/],
    [
      'of another kind',
      () => 'schema: other/1\nsuggestions: []',
      /schema: expected handback\/suggestions\/1/,
    ],
    [
      'with a decision that there is not',
      (text: string) => text.replace('decision: pending', 'decision: maybe'),
      /suggestions\[0\]\.review\.decision \(S-add\)/,
    ],
    [
      'with changed texts and no decision',
      (text: string) => text.replace('leave it with me', 'leave it'),
      /S-add: its texts were changed; set "decision: edited"/,
    ],
    [
      'with personal data',
      (text: string) =>
        text
          .replace('decision: pending', 'decision: edited')
          .replace('leave it with me', 'mail a@b.org'),
      /carries an e-mail address/,
    ],
    [
      'about what no night has said',
      (text: string) =>
        text.replace('id: S-ask', 'id: S-gone').replace(/pending(?![\s\S]*pending)/, 'accepted'),
      /S-gone: the last night has no such suggestion/,
    ],
  ])('%s is refused as a whole', async (_, edit, message) => {
    file(edit);
    const { code, stderr } = await takeBack();
    expect(stderr).toMatch(message);
    expect(code).toBe(2);
    expect((await decisions()).size).toBe(0);
  });
});
