/** Hiding what is personal is nine tenths of reading, and each record is hidden by itself: so several threads share it. */
import type { BotDefinition } from '../domain/conversation.js';
import { createPool, inOrder, type Pool } from '../lib/pool.js';
import type { RedactorSetting } from '../redact/redactor-of.js';
import type { SourceItem } from '../vendors/vendor.js';
import type { Taken } from './take.js';

export interface Threads {
  count: number;
  /** What each makes the same redactor of. */
  redactor: RedactorSetting;
}

/** What each begins with. */
export interface TakingSetting extends Pick<Threads, 'redactor'> {
  /** Of the bot: its prompts say what is asked for. */
  definition: BotDefinition | undefined;
}

export interface Taking {
  /** Items with what became of them, in their order. */
  all(items: AsyncIterable<SourceItem>): AsyncIterable<[SourceItem, Taken]>;
  close(): Promise<void>;
}

type Take = (items: SourceItem[]) => Taken[];

/** Records that go to a thread together. */
const chunkSize = 50;
/** Chunks that wait for each thread, so that none is idle. */
const ahead = 2;

/** @param take what is done here: all without threads, else what a thread failed at */
export function createTaking(take: Take, threads?: Threads, definition?: BotDefinition): Taking {
  const count = threads?.count ?? 1;
  let pool: Pool<SourceItem[], Taken[]> | null = null;
  const share = ({ redactor }: Threads): Pool<SourceItem[], Taken[]> => {
    const setting: TakingSetting = { redactor, definition };
    return createPool(new URL('./take-thread.js', import.meta.url), setting, count);
  };
  const run = async (items: SourceItem[]): Promise<[SourceItem, Taken][]> => {
    if (threads && count > 1) pool ??= share(threads);
    // What cannot be sent, or ends a thread, fails here by itself.
    const taken = pool ? await pool.run(items).catch(() => take(items)) : take(items);
    return items.map((item, i) => [item, taken[i] as Taken]);
  };
  return {
    async *all(items) {
      const chunks = inOrder(chunksOf(items), run, count > 1 ? ahead * count : 0);
      for await (const chunk of chunks) yield* chunk;
    },
    close: async () => pool?.close(),
  };
}

/** Where the items break off, those before come first. */
async function* chunksOf(items: AsyncIterable<SourceItem>): AsyncGenerator<SourceItem[]> {
  let chunk: SourceItem[] = [];
  let failed: { error: unknown } | null = null;
  try {
    for await (const item of items) {
      chunk.push(item);
      if (chunk.length < chunkSize) continue;
      yield chunk;
      chunk = [];
    }
  } catch (error) {
    failed = { error };
  }
  if (chunk.length > 0) yield chunk;
  if (failed) throw failed.error;
}
