/** Reads the rubric that the config names: the project's own, else the one that Handback ships. */
import { existsSync, readFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../domain/errors.js';
import { criteria, parts, type Rubric } from '../domain/rubric.js';

const shipped = fileURLToPath(new URL('../../config/rubric.yaml', import.meta.url));
export const defaultRubric = 'config/rubric.yaml';

/** Whoever leaves something out has to put it back: only a whole rubric says what it judges. */
const expected = (what: string) => (issue: { input?: unknown }) =>
  issue.input === undefined ? `is missing; expected ${what}` : `expected ${what}`;

const weights = <K extends string>(keys: readonly K[]) =>
  z
    .record(
      z.enum(keys),
      z.number({ error: expected('a weight, for example 10') }).nonnegative({
        error: 'expected a weight of 0 or more; 0 leaves it out',
      }),
    )
    .refine(
      (given) => Object.values(given).some((weight) => weight !== 0),
      'needs a weight above 0: with none nothing is judged',
    );
const positive = z
  .number({ error: expected('a number above 0') })
  .positive({ error: 'expected a number above 0' });

const writtenRubric = z.strictObject({
  criteria: weights(criteria),
  parts: weights(parts),
  worst: z.strictObject({
    repeats: positive,
    seconds: z.strictObject({ bot: positive, handoff: positive, agent: positive }),
  }),
});

/**
 * @param path as the config has it, from the project's folder
 * @throws UsageError that names the file and each place in it that is wrong, or a file that is not there
 */
export function readRubric(projectFolder: string, path = defaultRubric): Rubric {
  const file = find(isAbsolute(path) ? path : join(projectFolder, path), path);
  const parsed = writtenRubric.safeParse(content(file));
  if (parsed.success) return parsed.data;
  throw new UsageError(
    parsed.error.issues.map(
      ({ path: place, message }) => `${file}: ${place.join('.') || 'the file'}: ${message}`,
    ),
  );
}

/** Whoever names a file of their own wants that one: another in its place would score by weights that nobody chose. */
function find(own: string, path: string): string {
  if (existsSync(own)) return own;
  if (path === defaultRubric) return shipped;
  throw new UsageError(
    `rubric: there is no ${own}; write one after ${shipped}, or leave "rubric" out to use that`,
  );
}

function content(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
