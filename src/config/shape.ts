/** Walking through the schema of the config, without what wraps a key: a default, null or nothing. */

export type Path = readonly PropertyKey[];

export interface Shape {
  shape?: Record<string, unknown>;
  element?: unknown;
  def?: { innerType?: unknown };
}

export function unwrap(schema: unknown): Shape {
  let shape = (schema ?? {}) as Shape;
  while (shape.def?.innerType) shape = shape.def.innerType as Shape;
  return shape;
}

/** `sources[0].path` */
export const written = (path: Path): string =>
  path
    .map((part, i) => (typeof part === 'number' ? `[${part}]` : `${i ? '.' : ''}${String(part)}`))
    .join('');
