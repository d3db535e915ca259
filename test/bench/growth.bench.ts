/**
 * What a night costs that follows others: beside its own day alone, and sixty of them one after another. `HANDBACK_DAILY=200` sets
 * the handoffs a day; `HANDBACK_WORLD=FOLDER` takes a company from a folder instead of simulating one: `handback.yaml` and the
 * records in `records.ndjson`.
 */
import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createProject, type Project } from '../support/project.js';

const world = process.env.HANDBACK_WORLD;
const dailyOr = (usual: number) => Number(process.env.HANDBACK_DAILY ?? usual);
/** Days of the window: until then a night has more to read than the one before, afterwards as much. */
const window = 28;
const before = window - 1;
const limits = { alone: 1.2, sixtieth: 1.5 };

interface Company {
  project: Project;
  days: string[];
  /** Puts a day's files where the config looks for them. */
  deliver(day: string, to?: Project): void;
}

/** A folder `all` with everything, and a project that knows the days that were delivered to it. */
async function company(daily: number, nights: number): Promise<Company> {
  const project = createProject();
  const all = join(project.folder, 'all');
  if (world) cpSync(world, all, { recursive: true });
  else
    await project.run(
      ...['simulate', '--world', 'telco', '--journeys', String(daily * nights)],
      ...['--days', String(nights + 1), '--seed', '5', '--to', all],
    );
  const files = world ? ['records.ndjson'] : ['sessions.ndjson', 'contacts.ndjson'];
  const lines = files.map((file) => linesByDay(join(all, file)));
  const days = wholeDays(lines).slice(0, nights);
  project.write('handback.yaml', configOf(project));
  return {
    project,
    days,
    deliver(day, to = project) {
      for (const [i, file] of files.entries())
        to.write(`days/${day}/${file}`, `${(lines[i]?.get(day) ?? []).join('\n')}\n`);
    },
  };
}

/** The last day that has records has the ends of the day before alone. */
const wholeDays = (lines: readonly ReadonlyMap<string, string[]>[]): string[] => {
  const started = lines.flatMap((byDay) =>
    [...byDay].flatMap(([day, own]) =>
      own.some((line) => line.includes('"started_at"')) ? [day] : [],
    ),
  );
  return [...new Set(started)].sort().slice(0, -1);
};

/** What has no time, as training data have none, comes with the first day. */
function linesByDay(file: string): Map<string, string[]> {
  const byDay = new Map<string, string[]>();
  const timeless: string[] = [];
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean)) {
    const { started_at: startedAt, responded_at: respondedAt } = JSON.parse(line);
    const day = (startedAt ?? respondedAt)?.slice(0, 10);
    if (day === undefined) timeless.push(line);
    else byDay.set(day, [...(byDay.get(day) ?? []), line]);
  }
  const first = [...byDay.keys()].sort()[0] ?? '';
  return byDay.set(first, [...timeless, ...(byDay.get(first) ?? [])]);
}

const configOf = (project: Project) =>
  readFileSync(join(project.folder, 'all/handback.yaml'), 'utf8')
    .replace(/path: (sessions|contacts|records)\.ndjson/g, 'path: days/*/$1.ndjson')
    .replace(/path: (surveys\.csv|training|rasa)/g, 'path: all/$1');

/** @returns processor seconds of a process of its own, all its threads together, and what the night did */
async function costOf(project: Project, day: string) {
  const { ended, output } = project.start('nightly', '--json', '--quiet', '--date', day);
  expect(await ended, output()).toBe(0);
  const { processor_seconds: seconds, work, links } = JSON.parse(output());
  return { seconds: seconds as number, work: work as Work, handoffs: links.handoffs as number };
}

interface Work {
  read: number;
  judged: number;
}

describe('growth', () => {
  it(`of the night after ${before} nights`, async () => {
    const { project, days, deliver } = await company(dailyOr(90), before + 8);
    for (const day of days.slice(0, before)) deliver(day);
    await costOf(project, days[before - 1] ?? '');
    const rows: string[] = [];
    let sum = 0;
    const nights = days.slice(before);
    const own = createProject();
    cpSync(join(project.folder, 'all'), join(own.folder, 'all'), { recursive: true });
    own.write('handback.yaml', configOf(own));
    deliver(nights[0] ?? '', own);
    const alone = await costOf(own, nights[0] ?? '');
    for (const day of nights) {
      deliver(day);
      const { seconds, work, handoffs } = await costOf(project, day);
      sum += seconds;
      rows.push(
        `${day}  ${seconds.toFixed(1)} s, ${(seconds / alone.seconds).toFixed(2)} times; ${work.judged} of ${handoffs} journeys judged`,
      );
    }
    const mean = sum / nights.length / alone.seconds;
    console.log(
      `\n=== ${before} days in one night, then a night a day; processor seconds, beside the first of these days alone: ${alone.seconds.toFixed(1)} s (${alone.handoffs} handoffs)\n${rows.join('\n')}\nmean ${mean.toFixed(2)} times (limit ${limits.alone})`,
    );
    for (const one of [project, own]) one.remove();
  });

  const nights = 60;
  it.skipIf(world !== undefined)(`over ${nights} nights`, async () => {
    const daily = dailyOr(20);
    const { project, days, deliver } = await company(daily, nights);
    const seconds: number[] = [];
    for (const day of days) {
      deliver(day);
      const from = performance.now();
      const { code, stderr } = await project.run('nightly', '--date', day, '--quiet');
      seconds.push((performance.now() - from) / 1000);
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
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
      `sixtieth: ${times(tenth)} the tenth, which has ten days to read (limit ${limits.sixtieth}); ${times(full)} the thirtieth, which has as many as the sixtieth`,
    );
    project.remove();
  });
});
