import { UsageError } from '../domain/errors.js';
import { engineOf } from '../pipeline/stages/suggest.js';
import { openSqliteStore } from '../store/sqlite.js';
import { filesAt } from '../vendors/input/files.js';
import { readTraining } from '../vendors/training.js';
import {
  type CommandOutcome,
  type CommonOptions,
  createTools,
  loadConfig,
  type Outside,
} from './command.js';

interface Check {
  what: string;
  problem: string | null;
}

/** `handback doctor`: checks everything that a night needs, and says what to do about what is wrong. */
export async function run(options: CommonOptions, outside: Outside): Promise<CommandOutcome> {
  const checks: Check[] = [];
  const check = async (what: string, work: () => unknown): Promise<void> => {
    try {
      const problem = await work();
      checks.push({ what, problem: typeof problem === 'string' ? problem : null });
    } catch (error) {
      const problems = error instanceof UsageError ? error.problems : [(error as Error).message];
      for (const problem of problems) checks.push({ what, problem });
    }
  };

  let config: ReturnType<typeof loadConfig> | null = null;
  await check('the config', () => {
    config = loadConfig(options, outside);
  });
  // The compiler does not see the assignment inside the closure.
  const read = config as ReturnType<typeof loadConfig> | null;
  if (read) {
    for (const { path, format } of read.sources) {
      await check(`source ${format}`, async () => {
        return (await filesAt(path)).length > 0 ? null : `${path}: no file matches`;
      });
    }
    const { trainingData } = read;
    await check('the training data', async () => {
      if (!trainingData) {
        return 'training_data: none; without it no suggestion can be tested and no intent be recognised';
      }
      const { intents } = await readTraining(trainingData);
      const empty = intents.filter(({ examples }) => examples.length === 0).length;
      return intents.length === empty
        ? `${trainingData.path}: no intent with examples in it`
        : null;
    });
    await check('the engine', async () => void (await engineOf(read.suggest)));
    await check('the key', () => void createTools(read, outside));
    await check('the database', async () => openSqliteStore(read.database).close());
  }
  const bad = checks.filter(({ problem }) => problem !== null);
  const lines = checks.map(({ what, problem }) =>
    problem === null ? `ok    ${what}` : `WRONG ${what}: ${problem}`,
  );
  const last =
    bad.length === 0 ? 'Nothing is wrong. Run "handback nightly".' : `${bad.length} to mend.`;
  return {
    text: [...lines, last].join('\n'),
    data: { checks },
    exitCode: bad.length === 0 ? 0 : 1,
  };
}
