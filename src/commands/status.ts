import {
  type CommandOutcome,
  type CommonOptions,
  loadConfig,
  type Outside,
  withStore,
} from './command.js';

const runsShown = 7;
const reasonsShown = 20;

/** `handback status`: what ran, what is stored, what is in quarantine. */
export async function run(options: CommonOptions, outside: Outside): Promise<CommandOutcome> {
  const config = loadConfig(options, outside);
  return withStore(config, async (store) => {
    const [counts, runs, lastGood, quarantine] = await Promise.all([
      store.counts(),
      store.runs(runsShown),
      store.lastGoodNight(),
      store.quarantine(),
    ]);
    const lines = [
      `Stored: ${counts.sessions} bot sessions (${counts.handoffs} with a handoff), ${counts.contacts} agent contacts, ${counts.surveys} surveys.`,
      `Last good night: ${lastGood ?? 'none yet'}`,
      ...runs.map(
        ({ night, status, message }) =>
          `  ${night}  ${status}${message === undefined ? '' : `: ${message}`}`,
      ),
      `In quarantine: ${quarantine.length}`,
      ...quarantine
        .slice(0, reasonsShown)
        .map(({ file, line, reason }) => `  ${file}:${line}: ${reason}`),
    ];
    if (quarantine.length > reasonsShown) {
      lines.push(`  and ${quarantine.length - reasonsShown} more; --json lists all`);
    }
    return { text: lines.join('\n'), data: { counts, lastGood, runs, quarantine } };
  });
}
