/** Sixty nights one after another, each with its own day's files: whether the store's growth slows the night. `HANDBACK_DAILY=200` sets the handoffs a day. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProject, type Project } from '../support/project.js';

const daily = Number(process.env.HANDBACK_DAILY ?? 20);
const nights = 60;
/** Days of the window: until then a night has more to read than the one before, afterwards as much. */
const window = 28;
const limit = 1.5;

interface Dated {
  day: string;
  line: string;
}

function datedLines(project: Project, file: string): Dated[] {
  return readFileSync(join(project.folder, 'all', file), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => ({ day: JSON.parse(line).started_at.slice(0, 10), line }));
}

const config = (project: Project) =>
  readFileSync(join(project.folder, 'all/handback.yaml'), 'utf8')
    .replace('path: sessions.ndjson', 'path: days/*/sessions.ndjson')
    .replace('path: contacts.ndjson', 'path: days/*/contacts.ndjson')
    .replace('path: surveys.csv', 'path: all/surveys.csv')
    .replace('path: training', 'path: all/training');

describe('growth', () => {
  it(`over ${nights} nights`, async () => {
    const project = createProject();
    const days = String(nights);
    const journeys = String(daily * nights);
    await project.run(
      'simulate',
      '--world',
      'telco',
      '--journeys',
      journeys,
      '--days',
      days,
      '--seed',
      '5',
      '--to',
      join(project.folder, 'all'),
    );
    project.write('handback.yaml', config(project));
    const files = ['sessions.ndjson', 'contacts.ndjson'];
    const lines = files.map((file) => datedLines(project, file));
    const known = [...new Set(lines.flat().map(({ day }) => day))].sort().slice(0, nights);
    const deliver = (day: string) =>
      files.forEach((file, i) => {
        const own = (lines[i] ?? []).filter((one) => one.day === day).map(({ line }) => line);
        project.write(`days/${day}/${file}`, `${own.join('\n')}\n`);
      });
    const seconds: number[] = [];
    for (const day of known) {
      deliver(day);
      const from = performance.now();
      const { code, stderr } = await project.run('nightly', '--date', day, '--quiet');
      seconds.push((performance.now() - from) / 1000);
      expect(stderr).toBe('');
      expect(code).toBe(0);
    }
    const near = (night: number) => {
      const around = seconds.slice(Math.max(1, night - 3), night + 2).sort((a, b) => a - b);
      return around[Math.floor(around.length / 2)] ?? Number.NaN;
    };
    const [tenth, full, last] = [near(10), near(window + 2), near(nights - 1)];
    const times = (one: number) => `${(last / one).toFixed(2)} times`;
    console.log(
      `${daily} handoffs a day, window of ${window} days, medians of five nights: tenth ${tenth.toFixed(1)} s, thirtieth ${full.toFixed(1)} s, sixtieth ${last.toFixed(1)} s`,
    );
    console.log(
      `sixtieth: ${times(tenth)} the tenth, which has ten days to read (limit ${limit}); ${times(full)} the thirtieth, which has as many as the sixtieth`,
    );
    project.remove();
  });
});
