import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { addDays, createCalendar } from '../../src/lib/calendar.js';
import { config, createProject, type Project, until } from '../support/project.js';
import { agentContact, botSession } from '../support/records.js';

let project: Project;
beforeEach(() => {
  project = createProject();
  // Of each of the last five days one that was handed over.
  const days = [-5, -4, -3, -2, -1].map((n) => addDays(today(), n));
  project.write('data/all.ndjson', days.flatMap(dayOf));
});
afterEach(() => project.remove());

function dayOf(day: string): object[] {
  const at = (time: string) => `${day}T${time}:00Z`;
  const handoff = { at: at('10:01'), key: day };
  const turns = [{ at: at('10:00'), actor: 'customer' as const, text: 'my parcel never came' }];
  return [
    botSession(0, { session_id: day, started_at: at('10:00'), handoff, turns }),
    agentContact(0, {
      contact_id: day,
      handoff_key: day,
      started_at: at('10:02'),
      answered_at: at('10:03'),
      ended_at: at('10:09'),
      turns: [{ at: at('10:03'), actor: 'agent', text: 'Hi, how can I help you?' }],
    }),
  ];
}

const today = () => createCalendar('Europe/London').local(Date.now()).day;
const events = (output: string) =>
  output
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as { event: string; night?: string });

describe('handback schedule, as a real process', () => {
  it('runs two nights by itself, never two at once, and stops cleanly on SIGTERM', async () => {
    // Six fields: the first is seconds. Every minute would do the same, a minute at a time.
    project.write('config/handback.yaml', config('schedule: {cron: "*/2 * * * * *"}'));
    const { child, output, ended } = project.start('schedule');
    await until(
      () => events(output()).filter(({ event }) => event === 'night_done').length >= 2,
      25,
    );
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    const kinds = events(output()).map(({ event }) => event);
    expect(kinds[0]).toBe('waiting');
    expect(kinds.at(-1)).toBe('stopped');
    const nights = kinds.filter((kind) => kind === 'night_started' || kind === 'night_done');
    nights.forEach((kind, i) => {
      expect(kind).toBe(i % 2 === 0 ? 'night_started' : 'night_done');
    });
  });

  it('catches up three missed nights in order at the start', async () => {
    project.write('config/handback.yaml', config('schedule: {cron: "0 0 29 2 *"}'));
    await project.run('nightly', '--date', addDays(today(), -4));
    const { child, output, ended } = project.start('schedule');
    await until(
      () => events(output()).filter(({ event }) => event === 'night_done').length >= 3,
      25,
    );
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
    const done = events(output()).filter(({ event }) => event === 'night_done');
    expect(done.map(({ night }) => night)).toEqual([-3, -2, -1].map((n) => addDays(today(), n)));
    const status = JSON.parse((await project.run('status', '--json')).stdout);
    expect(status.last_good).toBe(addDays(today(), -1));
  });
});
