import { mkdirSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import type { SimulationFormat, WriteOptions } from '../simulate/options.js';
import { type Written, writeSimulation } from '../simulate/write.js';
import type { CommandOutcome, CommonOptions, Outside } from './command.js';

export interface SimulateOptions extends CommonOptions {
  world: WriteOptions['world'];
  journeys: number;
  seed: number;
  from: string;
  days: number;
  formats: SimulationFormat[];
  to: string;
}

/** `handback simulate`: a fictional company's records with their truth, and a config for them. */
export async function run(options: SimulateOptions, { cwd }: Outside): Promise<CommandOutcome> {
  const { world, journeys, seed, from, days, formats } = options;
  const folder = resolve(cwd, options.to);
  mkdirSync(folder, { recursive: true });
  const written = await writeSimulation(folder, { world, journeys, seed, from, days, formats });
  const config = join(folder, 'handback.yaml');
  writeFileSync(config, configText(written));
  const { sessions, handoffs, contacts, surveys } = written;
  const name = relative(cwd, folder) || '.';
  return {
    text: [
      `Wrote ${sessions} bot sessions (${handoffs} with a handoff), ${contacts} agent contacts and ${surveys} surveys to ${name}/,`,
      `their truth to ${name}/truth.ndjson and a config to ${name}/handback.yaml.`,
    ].join('\n'),
    data: { folder, config, sessions, handoffs, contacts, surveys },
  };
}

/** A config for what was written. */
export function configText({ facts }: Written): string {
  return [
    `# ${facts.title}: a fictional company, made by "handback simulate".`,
    'bot:',
    `  platform: ${facts.platform}`,
    `  bot_id: ${facts.botId}`,
    `  timezone: ${facts.timeZone}`,
    'sources:',
    '  - format: handback',
    '    path: sessions.ndjson',
    '  - format: handback',
    '    path: contacts.ndjson',
    '  - format: csat-csv',
    '    path: surveys.csv',
    'training_data:',
    '  format: rasa',
    '  path: training',
    `verification: ${JSON.stringify(facts.verificationSlots)}`,
    '',
  ].join('\n');
}
