import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProject, type Project } from '../support/project.js';

let project: Project;
beforeEach(() => {
  project = createProject();
});
afterEach(() => project.remove());

const truth = (session_id: string) => ({
  session_id,
  contact_id: null,
  true_intent: null,
  findings: [],
});
const journey = (session_id: string) => ({
  session_id,
  contact_id: null,
  link: { method: 'none', probability: 0.95, status: 'none' },
  findings: [],
});
const evaluated = (of: object[], said: object[]) => {
  project.write('truth.ndjson', of);
  project.write('journeys.ndjson', said);
  return project.run('evaluate', '--truth', 'truth.ndjson', '--journeys', 'journeys.ndjson');
};

describe('handback evaluate', () => {
  it('says how many sessions both files have', async () => {
    const { code, stdout } = await evaluated([truth('a'), truth('b')], [journey('a')]);
    expect(code).toBe(0);
    expect(stdout).toContain('Sessions in both files: 1; in the truth alone: 1');
  });

  it.each([
    ['of another night', [truth('b')], /none of its 1 sessions is among the 1 journeys/],
    ['that is empty', [], /none of its 0 sessions .* or empty/],
  ])('refuses a truth %s', async (_, of, message) => {
    const { code, stderr } = await evaluated(of, [journey('a')]);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});
