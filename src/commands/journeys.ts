import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withKnownStore,
} from './command.js';

export interface JourneysOptions extends CommonOptions {
  limit: number;
}

/** `handback journeys`: the newest journeys, a line each. */
export async function run(
  { limit, ...options }: JourneysOptions,
  outside: Outside,
): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  return withKnownStore(config, async (store) => {
    const journeys = await store.journeys({ limit });
    const rows = journeys.map(({ day, sessionId, contactId, link, findings, botIntent }) => {
      const names = findings.map(({ category, primary }) => (primary ? `${category}*` : category));
      return `${day}  ${sessionId}  ${contactId ?? '-'} (${link.method} ${link.probability.toFixed(2)})  ${botIntent ?? '-'}  ${names.join(', ')}`;
    });
    const text = rows.length === 0 ? 'No journeys yet. Run "handback nightly".' : rows.join('\n');
    return { text, data: { journeys } };
  });
}
