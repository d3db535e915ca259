/** Runs a night from the build and kills its own process, without a chance to tidy up, at a given moment of saving. */
import { resolve } from 'node:path';
import { readConfig } from '../../dist/config/config.js';
import { english } from '../../dist/language/en/english.js';
import { nightly } from '../../dist/pipeline/nightly.js';
import { createDigest } from '../../dist/redact/digest.js';
import { createRedactor } from '../../dist/redact/redact.js';
import { openSqliteStore } from '../../dist/store/sqlite.js';

const [folder, moment] = process.argv.slice(2);
const anyFormat = {
  sources: ['handback'],
  training: [],
  checkOptions: () => [],
  languages: ['en'],
  checkTrainingOptions: () => [],
};
const config = readConfig(resolve(folder, 'config/handback.yaml'), anyFormat);
const store = openSqliteStore(config.database);
const kill = () => process.kill(process.pid, 'SIGKILL');
const killedAt = {
  'before the store': {
    ...store,
    saveNight: kill,
  },
  'between store and folder': {
    ...store,
    async saveNight(...night) {
      await store.saveNight(...night);
      kill();
      // The signal takes a moment.
      await new Promise(() => {});
    },
  },
  'between folder and run': { ...store, finishRun: kill },
};
const digest = createDigest(Buffer.from(process.env.HANDBACK_KEY, 'utf8'));
const redactor = createRedactor({
  digest,
  language: english,
  region: config.bot.region,
  lexicon: config.lexicon,
});
await nightly(config, {
  store: killedAt[moment],
  language: english,
  redactor,
  now: () => Date.now(),
});
