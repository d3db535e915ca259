import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { config, createProject, type Project } from '../support/project.js';
import { agentContact, at, botSession } from '../support/records.js';

let project: Project;
beforeEach(() => {
  project = createProject();
  project.write('config/handback.yaml', config());
});
afterEach(() => project.remove());

const phone = (n: number) => ({ phone: `07700 9${String(n).padStart(5, '0')}` });
/** Without keys, and known by telephone. */
const session = (n: number) =>
  botSession(n, { handoff: { at: at(n * 10, 60) }, customer: phone(n) });
const contact = (n: number, more = {}) => {
  const { handoff_key: _, ...bare } = agentContact(n, { customer: phone(n), ...more });
  return bare;
};
const numbers = Array.from({ length: 40 }, (_, n) => n);
const nextDay = 144 + 1;

describe('links over the nights', () => {
  it('come with a late record, visibly, and the certain ones stay', async () => {
    project.write('data/1.ndjson', [
      ...numbers.map(session),
      ...numbers.filter((n) => n !== 3).map((n) => contact(n)),
    ]);
    const first = await project.run('nightly', '--json');
    expect(JSON.parse(first.stdout).links).toMatchObject({ linked: 39, none: 1, changed: 0 });
    project.write('data/2.ndjson', [contact(3), session(nextDay), contact(nextDay)]);
    const second = await project.run('nightly');
    expect(second.stdout).toContain('linked 41, possible 0, none 0');
    expect(second.stdout).toContain('1 link changed since an earlier night.');
    const files = project.files('out/2026-03-03');
    expect(files.get('report.html')).toContain('Links that changed since an earlier night');
    const { link_changes: changes } = JSON.parse(files.get('metrics.json') ?? '');
    expect(changes).toMatchObject([
      { session: 'flow/helper/s-3', before: { contact: null }, after: { contact: 'desk/c-3' } },
    ]);
    await project.run('nightly');
    expect(project.files('out/2026-03-03')).toEqual(files);
  });

  it('explain themselves: the waterfall of one, and what all of them rest on', async () => {
    project.write('data/1.ndjson', [...numbers.map(session), ...numbers.map((n) => contact(n))]);
    await project.run('nightly');
    const { stdout } = await project.run('show', 's-5');
    const bits = (text: RegExp) => Number(text.exec(stdout)?.[1]);
    const parts = [...stdout.matchAll(/^ {2} *([+-][\d.]+) {2}(?!together)/gm)].map(
      ([, n]) => +(n ?? 0),
    );
    expect(stdout).toMatch(/Link: linked by identity, probability 0\.9\d+/);
    expect(stdout).toMatch(/before any comparison: one of \d+ contacts/);
    expect(stdout).toMatch(/identity: one agrees/);
    const together = bits(/([+-][\d.]+) {2}together/);
    expect(parts.reduce((a, b) => a + b, 0)).toBeCloseTo(together, 0);
    const model = await project.run('show', 'links');
    expect(model.stdout).toContain('Handoffs whose contact is on record');
    expect(model.stdout).toContain('Clock of desk: agrees');
  });

  it('see through a clock that is an hour off, and say so', async () => {
    const hour = (n: number) => {
      const late = (seconds: number) => at(n * 10 + 60, seconds);
      return contact(n, {
        started_at: late(65),
        answered_at: late(90),
        ended_at: late(400),
        turns: [{ at: late(95), actor: 'agent', text: 'Hi, how can I help you?' }],
      });
    };
    project.write('data/1.ndjson', [...numbers.map(session), ...numbers.map(hour)]);
    const { stdout } = await project.run('nightly');
    expect(stdout).toContain('linked 40');
    expect(stdout).toMatch(/The clock of desk is 36\d\d s ahead of the bot's/);
  });

  it('call a queue without records a gap in the data, not abandonment', async () => {
    const target = (n: number) => (n % 2 === 0 ? 'sales' : 'billing');
    project.write('data/1.ndjson', [
      ...numbers.map((n) => ({
        ...session(n),
        handoff: { at: at(n * 10, 60), target: target(n) },
      })),
      ...numbers.filter((n) => target(n) === 'sales').map((n) => contact(n, { queue: 'sales' })),
    ]);
    const { stdout } = await project.run('nightly');
    expect(stdout).toContain(
      'Gap in the data: 2026-03-02: 20 handoffs to billing, but no contact record of its queues',
    );
  });
});
