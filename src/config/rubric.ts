/** Reads the rubric from `config/rubric.yaml`: the project's own, else the one that Handback ships. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../domain/errors.js';
import { criteria, parts, type Rubric } from '../domain/rubric.js';

const shipped = fileURLToPath(new URL('../../config', import.meta.url));
const name = 'rubric.yaml';

const weights = <K extends string>(keys: readonly K[]) =>
  z
    .record(z.enum(keys), z.number().nonnegative())
    .refine(
      (given) => Object.values(given).some((weight) => weight !== 0),
      'needs a weight above 0',
    );
const positive = z.number().positive();

const writtenRubric = z.strictObject({
  criteria: weights(criteria),
  parts: weights(parts),
  worst: z.strictObject({
    repeats: positive,
    seconds: z.strictObject({ bot: positive, handoff: positive, agent: positive }),
  }),
});

/** @throws UsageError that names the file and each place in it that is wrong. */
export function readRubric(projectFolder: string): Rubric {
  const own = join(projectFolder, 'config', name);
  const file = existsSync(own) ? own : join(shipped, name);
  const parsed = writtenRubric.safeParse(content(file));
  if (parsed.success) return parsed.data;
  throw new UsageError(
    parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`),
  );
}

function content(file: string): unknown {
  try {
    return parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new UsageError(`${file}: ${(error as Error).message}`, { cause: error });
  }
}
