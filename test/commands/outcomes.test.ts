import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { JourneyResult } from '../../src/domain/journey.js';
import { openSqliteStore } from '../../src/store/sqlite.js';
import { result, session } from '../support/conversations.js';
import { config, createProject, type Project } from '../support/project.js';

let project: Project;
beforeEach(() => {
  project = createProject();
  project.write('config/handback.yaml', config());
  project.write('data/none.ndjson', '');
});
afterEach(() => project.remove());

const signal = { source: 'words_to_agent' as const, intent: 'pay_fine', probability: 0.91 };
const journeys: JourneyResult[] = Array.from({ length: 12 }, (_, i) =>
  result({
    session: `test/bot/s-${i}`,
    sessionId: `s-${i}`,
    outcome: { reason: i < 11 ? 'no: money' : 'MISC' },
    trueIntent: {
      name: 'pay_fine',
      probability: 0.9,
      standing: 'review',
      signals: i < 11 ? [signal] : [],
    },
  }),
);

async function store(): Promise<void> {
  const opened = openSqliteStore(join(project.folder, '.handback/handback.db'));
  await opened.saveSessions(journeys.map(({ sessionId }) => session([], { sessionId })));
  await opened.saveNight('2026-03-02', { journeys });
  await opened.close();
}

it('says that there is nothing yet', async () => {
  expect(await project.run('outcomes')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"handback nightly" makes it'),
  });
});

it('proposes lines that the config reads, with what is not sure commented out', async () => {
  await store();
  const { stdout } = await project.run('outcomes');
  expect(parse(stdout)).toEqual({ outcomes: { 'no: money': 'pay_fine' } });
  expect(stdout).toMatch(
    /# MISC: null {2}# stands for many wishes, or for none that could be told; 1 contacts/,
  );
  project.write('config/handback.yaml', config(stdout));
  expect((await project.run('outcomes')).stdout).toContain('as the config has it');
});

it('writes a new file, and never over one', async () => {
  await store();
  expect((await project.run('outcomes', '--to', 'outcomes.yaml')).code).toBe(0);
  const again = await project.run('outcomes', '--to', 'outcomes.yaml');
  expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('EEXIST') });
});
