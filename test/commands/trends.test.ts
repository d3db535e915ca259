import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

let project: Project;
beforeEach(() => {
  project = createProject();
  project.write('config/handback.yaml', config());
});
afterEach(() => project.remove());

const numbers = Array.from({ length: 10 }, (_, n) => n);
const nextDay = 145;
const rated = (n: number, csat: number) =>
  agentContact(n, { outcome: { reason: 'FINE', csat, csat_scale: 5 } });
const metrics = (night: string) =>
  JSON.parse(project.files(`out/${night}`).get('metrics.json') ?? '{}');

describe('trends over the nights', () => {
  it('show what came late and changed a day, and forget nothing when a night runs again', async () => {
    const day = numbers.map((n) => botSession(n));
    project.write('data/1.ndjson', [...day, ...numbers.map((n) => rated(n, 5))]);
    await project.run('nightly');
    expect(metrics('2026-03-02').restated).toEqual([]);
    // The next day's delivery has the old contacts again, now with what their customers answered.
    project.write('data/2.ndjson', [
      ...numbers.map((n) => rated(n, 3)),
      botSession(nextDay),
      rated(nextDay, 5),
    ]);
    await project.run('nightly');
    const { restated } = metrics('2026-03-03');
    expect(restated).toContainEqual({
      period: '2026-03-02',
      figure: 'csat_escalated',
      was: 100,
      night: '2026-03-02',
      now: 50,
      because: 'records',
    });
    const files = project.files('out/2026-03-03');
    expect(files.get('report.html')).toContain('came late changed');
    await project.run('nightly');
    expect(project.files('out/2026-03-03')).toEqual(files);
  });
});
