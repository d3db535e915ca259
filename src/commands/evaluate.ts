import { createReadStream, existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import { UsageError } from '../domain/errors.js';
import { truthLine } from '../domain/records.js';
import type { Score } from '../evaluate/counts.js';
import { type Evaluation, evaluate, journeyLine } from '../evaluate/evaluate.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

export interface EvaluateOptions extends CommonOptions {
  truth: string;
  journeys?: string;
}

/** `handback evaluate`: what a night said against what really happened. */
export async function run(options: EvaluateOptions, outside: Outside): Promise<CommandOutcome> {
  const truth = await readLines(resolve(outside.cwd, options.truth), truthLine);
  const journeys = await readLines(await journeysFile(options, outside), journeyLine);
  const evaluation = evaluate(journeys, truth);
  if (evaluation.sessions.both === 0)
    throw new UsageError(
      `${options.truth}: none of its ${truth.length} sessions is among the ${journeys.length} journeys; is it the truth of another night, or empty?`,
    );
  return { text: describeEvaluation(evaluation), data: evaluation };
}

async function journeysFile(options: EvaluateOptions, outside: Outside): Promise<string> {
  if (options.journeys !== undefined) return resolve(outside.cwd, options.journeys);
  const config = loadConfig(options, outside);
  const night = await withKnownStore(config, (store) => store.lastGoodNight());
  if (night === null)
    throw new UsageError(
      'no good night is there yet; run "handback nightly", or name a file with --journeys',
    );
  return join(config.out, night, 'journeys.ndjson');
}

async function readLines<S extends z.ZodType>(file: string, schema: S): Promise<z.infer<S>[]> {
  if (!existsSync(file)) throw new UsageError(`${file}: no such file`);
  const raw = createReadStream(file);
  const input = file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw;
  const found: z.infer<S>[] = [];
  let number = 0;
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number++;
    if (line.trim() === '') continue;
    found.push(parseLine(line, schema, `${file}:${number}`));
  }
  return found;
}

function parseLine<S extends z.ZodType>(line: string, schema: S, place: string): z.infer<S> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw new UsageError(`${place}: no JSON; expected one object a line`);
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data;
  throw new UsageError(
    parsed.error.issues.map((issue) => `${place}: ${issue.path.join('.')}: ${issue.message}`),
  );
}

const rounded = (n: number | null): string => (n === null ? '    -' : n.toFixed(3).padStart(5));

function row(name: string, { hit, false: wrong, missed, precision, recall, f1 }: Score): string {
  const counts = [hit, wrong, missed].map((n) => String(n).padStart(7)).join('');
  return `  ${name.padEnd(24)} ${rounded(precision)}  ${rounded(recall)}  ${rounded(f1)} ${counts}`;
}

export function describeEvaluation({
  sessions,
  links,
  categories,
  slots,
  confusion,
  trueIntent,
}: Evaluation): string {
  const head = `  ${''.padEnd(24)} prec.  recall     F1    hits  false missed`;
  return [
    `Sessions in both files: ${sessions.both}; in the truth alone: ${sessions.truthOnly}; in the journeys alone: ${sessions.journeysOnly}`,
    '',
    'Links',
    head,
    row('accepted', links.accepted),
    row('  by a shared key', links.keyed),
    row('  without', links.unkeyed),
    `  Expected calibration error ${rounded(links.calibration.error)}`,
    ...links.calibration.bins.map(
      ({ from, to, n, claimed, observed }) =>
        `    ${from.toFixed(1)} to ${to.toFixed(1)}  claimed ${claimed.toFixed(3)}  observed ${observed.toFixed(3)}  n ${n}`,
    ),
    '',
    'Findings',
    head,
    ...categories.map(({ category, score }) => row(category, score)),
    '',
    'Findings with the right slot',
    head,
    ...slots.map(({ category, score }) => row(category, score)),
    '',
    `What the customer wanted: ${trueIntent.right} of ${trueIntent.claimed} claims right (${rounded(trueIntent.accuracy).trim()})`,
    '',
    'Primary finding against the truth, most frequent first',
    ...confusion
      .slice(0, 30)
      .map(({ truth, found, n }) => `  ${String(n).padStart(6)}  ${truth} -> ${found}`),
  ].join('\n');
}
