/** Checks what people write under `options`. */
import { z } from 'zod';

/** Every problem as `key: what is wrong`; unknown keys are named with those that are known. */
export function optionProblems(schema: z.ZodType, options: Record<string, unknown>): string[] {
  const parsed = schema.safeParse(options);
  if (parsed.success) return [];
  return parsed.error.issues.flatMap((issue) => {
    if (issue.code !== 'unrecognized_keys') return [`${written(issue.path)}: ${issue.message}`];
    const known = knownKeys(schema, issue.path);
    const hint = known.length > 0 ? `known here: ${known.join(', ')}` : 'there are no options';
    return issue.keys.map((key) => `${written([...issue.path, key])}: unknown key; ${hint}`);
  });
}

const written = (path: readonly PropertyKey[]): string => path.map(String).join('.') || 'options';

function knownKeys(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const [key, ...rest] = path;
  const shape = unwrapped(schema);
  if (!(shape instanceof z.ZodObject)) return [];
  if (key === undefined) return Object.keys(shape.shape);
  const inner: unknown = shape.shape[String(key)];
  return inner instanceof z.ZodType ? knownKeys(inner, rest) : [];
}

function unwrapped(schema: z.ZodType): z.ZodType {
  let inner: unknown = schema;
  while (
    inner instanceof z.ZodDefault ||
    inner instanceof z.ZodPrefault ||
    inner instanceof z.ZodOptional
  )
    inner = inner.unwrap();
  return inner instanceof z.ZodType ? inner : schema;
}
