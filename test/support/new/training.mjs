/** The training console of a vendor: its file is read, and comes back with new phrases in it. */
import { csvSample } from './training-sample.mjs';

export const training = {
  id: /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/,
  next: (id, name) => [
    `both in src/vendors/${id}/vendor.ts: \`training, patch\` beside \`source\`, or \`export const ${name}: Vendor = { id: '${id}', training, patch };\``,
    'its line in src/vendors/index.ts, where the vendor is new',
    "what its files are, in phrases.ts; the importer's limits in patch.ts (JSON lists: `putInto` of src/vendors/phrases/)",
    'a file as the console exports it in training-sample.ts: test/contracts/training.test.ts runs on it',
    `how it is exported and imported in docs/vendors/${id}.md, and "npm run schemas", which writes its options`,
    `\`${id}\` in the README, among the training data and the patches`,
  ],
  files: (id) => ({
    [`src/vendors/${id}/phrases.ts`]: `/** The training table of ${id}: \`intent,utterance\`, one phrase a row. */
import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { UsageError } from '../../domain/errors.js';
import type { TrainingFile } from '../vendor.js';

const tableRows = z.array(z.object({ intent: z.string(), utterance: z.string() }));

export const isTable = ({ text }: TrainingFile): boolean =>
  /^\\uFEFF?intent,utterance\\r?\\n/.test(text);

/** @throws UsageError */
export function rowsOf({ path, text }: TrainingFile): z.infer<typeof tableRows> {
  try {
    return tableRows.parse(parse(text, { columns: true, bom: true, skip_empty_lines: true }));
  } catch (cause) {
    throw new UsageError(\`\${path}: no table of intent,utterance\`, { cause });
  }
}
`,
    [`src/vendors/${id}/training.ts`]: `import { z } from 'zod';
import { UsageError } from '../../domain/errors.js';
import type { TrainingReader } from '../vendor.js';
import { isTable, rowsOf } from './phrases.js';

const options = z.strictObject({
  platform: z.string().min(1).default('${id}').describe('As in the records of its bot.'),
  bot_id: z.string().min(1).default('bot').describe("As the source's."),
});

export const training: TrainingReader<z.infer<typeof options>> = {
  title: '${id} training table',
  description: 'Which page of the console exports it.',
  options,
  takes: (path) => /\\.csv$/i.test(path),
  recognises: isTable,
  read(files, { platform, bot_id: botId }, readAt) {
    const tables = files.filter(isTable);
    if (tables.length === 0) throw new UsageError('no table that begins with intent,utterance');
    const rows = tables.flatMap(rowsOf);
    const names = [...new Set(rows.map(({ intent }) => intent))];
    return {
      platform,
      botId,
      readAt,
      intents: names.map((name) => {
        const own = rows.filter(({ intent }) => intent === name);
        return { name, examples: own.map(({ utterance }) => utterance), requiredSlots: [] };
      }),
      slots: [],
    };
  },
};
`,
    [`src/vendors/${id}/patch.ts`]: `/** New rows at the end of the table; every other byte stays. */
import { csvRow } from '../phrases/csv.js';
import { keyOf, planPhrases, wordsWithin } from '../phrases/plan.js';
import type { PatchWriter } from '../vendor.js';
import { isTable, rowsOf } from './phrases.js';

/** What the importer takes, and where the vendor says so. */
const limits = { longestPhrase: 500 };

export const patch: PatchWriter = {
  title: '${id} training table',
  patch(suggestions, files) {
    const table = files.find(isTable);
    if (!table) return { files: [], notes: ['no table among the training files'] };
    const rows = rowsOf(table);
    const intents = new Set(rows.map(({ intent }) => intent));
    const known = new Map(rows.map(({ utterance, intent }) => [keyOf(utterance), intent]));
    const { placements, notes } = planPhrases(suggestions, intents, known, { limits, none: null });
    if (placements.length === 0) return { files: [], notes };
    const lineEnd = table.text.includes('\\r\\n') ? '\\r\\n' : '\\n';
    const added = placements.map(({ intent, text }) =>
      csvRow([intent, text]).replace('\\n', lineEnd),
    );
    const before = table.text.endsWith('\\n') ? table.text : table.text + lineEnd;
    return { files: [{ path: table.path, text: before + added.join('') }], notes };
  },
  wordsOf: (text) => wordsWithin(text, limits),
};
`,
    [`test/vendors/${id}/training-sample.ts`]: csvSample,
  }),
};
