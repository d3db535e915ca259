import { existsSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Config } from '../domain/config.js';
import { UsageError } from '../domain/errors.js';
import type { EscalatingSession } from '../domain/screen-pop.js';
import { ofRecord, ofStored } from '../screenpop/escalating.js';
import { popText } from '../screenpop/pop-text.js';
import { screenPop } from '../screenpop/screenpop.js';
import { check } from '../vendors/handback/check.js';
import { openInput } from '../vendors/input/input.js';
import { findSource, sourceIds } from '../vendors/sources.js';
import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withStore,
} from './command.js';

export interface SummaryOptions extends CommonOptions {
  /** A file of bot sessions, else the id of a stored one. */
  session: string;
  /** Of the file; the records' own unless given. */
  format?: string;
}

/**
 * `handback summary FILE|SESSION`: what an agent should see as a session escalates. Of a file, with the values as the bot
 * holds them, and nothing of it is stored; of a stored session, with what the store keeps: redacted words.
 */
export async function run(options: SummaryOptions, outside: Outside): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  const path = resolve(outside.cwd, options.session);
  const isFile = existsSync(path) && statSync(path).isFile();
  const sessions = isFile
    ? await fromFile(path, options.format ?? 'handback', config)
    : [await fromStore(options.session, config)];
  const pops = sessions.map((session) => screenPop(session, config.screenPop));
  return { text: pops.map(popText).join('\n\n'), data: { sessions: pops } };
}

async function fromFile(
  path: string,
  format: string,
  config: Config,
): Promise<EscalatingSession[]> {
  const source = findSource(format);
  if (!source) throw new UsageError(`--format ${format}: expected one of ${sourceIds.join(', ')}`);
  const options = source.options.safeParse(
    config.sources.find((one) => one.format === format)?.options ?? {},
  );
  if (!options.success)
    throw new UsageError(`--format ${format}: its options in the config do not fit`);
  const setting = { path, timeZone: config.bot.timeZone };
  const sessions: EscalatingSession[] = [];
  const refused: string[] = [];
  for await (const item of source.read(openInput(path), options.data, setting)) {
    const checked = 'fault' in item ? { reason: item.fault } : check(item.record);
    if ('reason' in checked) refused.push(`${path}, line ${item.line}: ${checked.reason}`);
    else if (checked.record.type === 'bot_session') sessions.push(ofRecord(checked.record));
  }
  if (sessions.length > 0) return sessions;
  throw new UsageError(
    refused.length > 0 ? refused : `${path}: no bot session in it; is it of the format ${format}?`,
  );
}

async function fromStore(id: string, config: Config): Promise<EscalatingSession> {
  return withStore(config, async (store) => {
    const journey = await store.journey(id);
    const [session] = journey ? await store.sessionsById([journey.session]) : [];
    if (!session)
      throw new UsageError(
        `${id}: no file and no escalated session of this name; "handback journeys" lists them`,
      );
    return ofStored(session);
  });
}
