/** The engine that suggestions are tested with: the bot's own where there is an adapter, else the shadow NLU. */
import type { SuggestConfig } from '../domain/config.js';
import { UsageError } from '../domain/errors.js';
import type { Engine } from '../nlu/engine.js';
import { engineById, engines } from '../nlu/engines/index.js';
import { type Suggested, type SuggestInput, suggest } from '../suggest/suggest.js';

/** @throws UsageError when there is no such engine, or a package that it needs is not installed. */
export async function engineOf({ engine: id }: Pick<SuggestConfig, 'engine'>): Promise<Engine> {
  const engine = engineById(id);
  if (!engine) {
    const known = engines.map((one) => one.id).join(', ');
    throw new UsageError(`suggest.engine: "${id}" is none of the engines: ${known}`);
  }
  await engine.train([]);
  return engine;
}

/** An engine that fails costs its own judgement, not the night: then the shadow NLU judges everything, and the report says so. */
export async function suggestWith(
  engine: Engine,
  input: Omit<SuggestInput, 'judge'>,
  config: SuggestConfig,
  onFault: (plugin: string, message: string) => void,
): Promise<Suggested> {
  try {
    return await suggest({ ...input, judge: engine.train }, config);
  } catch (error) {
    if (engine === engines[0]) throw error;
    onFault(`[nlu] ${engine.id}`, (error as Error).message);
    return await suggest(input, config);
  }
}
