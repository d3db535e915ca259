import { parseAllDocuments } from 'yaml';
import { z } from 'zod';
import type { BotDefinition } from '../../domain/conversation.js';
import { UsageError } from '../../domain/errors.js';
import type { BotDefinitionRecord } from '../../domain/records.js';
import { filled } from '../../lib/json.js';
import type { TrainingFile, TrainingReader } from '../vendor.js';
import { check } from './check.js';

/** Our own bot_definition record, as NDJSON, JSON or YAML. Of several, the newest counts. */
export const training: TrainingReader = {
  title: 'Handback bot_definition',
  description: 'A bot_definition record as NDJSON, JSON or YAML.',
  options: z.strictObject({}),
  takes: (path) => /\.(?:ndjson|jsonl|json|ya?ml)$/i.test(path),
  read(files) {
    const problems: string[] = [];
    const definitions = files.flatMap((file) =>
      valuesOf(file, problems).flatMap(({ value, at }): BotDefinition[] => {
        const checked = check(value);
        if ('reason' in checked) problems.push(`${at}: ${checked.reason}`);
        else if (checked.record.type === 'bot_definition') return [definitionOf(checked.record)];
        else problems.push(`${at}: type: expected bot_definition`);
        return [];
      }),
    );
    const newest = definitions.sort((a, b) => b.readAt - a.readAt)[0];
    if (newest && problems.length === 0) return newest;
    throw new UsageError(problems.length > 0 ? problems : 'no bot_definition record is there');
  },
};

interface Placed {
  value: unknown;
  at: string;
}

/** JSON is YAML, but a line of NDJSON is a document of its own. */
function valuesOf({ path, text }: TrainingFile, problems: string[]): Placed[] {
  if (/\.(?:ndjson|jsonl)$/i.test(path)) {
    const lines = text.replace(/^\uFEFF/, '').split('\n');
    return lines.flatMap((line, i) => {
      if (line.trim() === '') return [];
      const at = `${path}:${i + 1}`;
      try {
        return [{ value: JSON.parse(line) as unknown, at }];
      } catch {
        problems.push(`${at}: no JSON`);
        return [];
      }
    });
  }
  return [...parseAllDocuments(text)].flatMap((document) => {
    if ('errors' in document && document.errors.length === 0)
      return [document.toJS() as unknown].flat().map((value) => ({ value, at: path }));
    problems.push(`${path}: no YAML`);
    return [];
  });
}

function definitionOf(record: BotDefinitionRecord): BotDefinition {
  const { platform, bot_id: botId, read_at, locale } = record;
  return filled({
    platform,
    botId,
    readAt: Date.parse(read_at),
    locale,
    confidenceThreshold: record.confidence_threshold,
    fallbackAction: record.fallback_action,
    intents: record.intents.map(({ required_slots, ...intent }) =>
      filled({ ...intent, requiredSlots: required_slots ?? [] }),
    ),
    slots: record.slots.map(({ needed_by, values, prompts, ...slot }) =>
      filled({
        ...slot,
        values: values ?? [],
        prompts: prompts ?? [],
        neededBy: needed_by ?? [],
      }),
    ),
  });
}
