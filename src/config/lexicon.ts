/** Reads the words of a language from `config/lexicon.<language>.yaml`. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../domain/errors.js';
import type { Lexicon } from '../domain/lexicon.js';

const shipped = fileURLToPath(new URL('../../config', import.meta.url));

const words = z.array(z.coerce.string().transform((word) => word.toLowerCase()));

const writtenLexicon = z.strictObject({
  language: z.string(),
  slot_types: z.record(
    z.string(),
    z.strictObject({
      names: words,
      asks: words,
      values: words.default([]),
      role_of: words.optional(),
    }),
  ),
  opposed_kinds: z.array(z.tuple([z.string(), z.string()])).default([]),
  personal_questions: z
    .record(z.string(), z.strictObject({ asks: words, slots: words }))
    .default({}),
  answer_fillers: words.default([]),
  request_cues: words,
  polar_cues: words.default([]),
  verify_cues: words.default([]),
  offer_cues: words,
  confirm_cues: words,
  human_requests: words,
  human_names: words,
  objections: words,
  already_told: words,
  evasions: words,
  context_openings: words,
  generic_openings: words,
  bot_fallbacks: words,
  greetings: words,
  thanks: words,
  affirmations: words,
  negations: words,
  anger: words,
  fillers: words.default([]),
  special_categories: words.default([]),
  empty_codes: words,
  determiners: words,
  stop_words: words,
});

/** The project's own lexicon of a language, else the one that Handback ships. @throws UsageError */
export function readLexicon(language: string, projectFolder: string): Lexicon {
  const name = `lexicon.${language}.yaml`;
  const file = [join(projectFolder, 'config', name), join(shipped, name)].find((f) =>
    existsSync(f),
  );
  if (!file) {
    throw new UsageError(
      `language: there is no config/${name}; write one after config/lexicon.en.yaml`,
    );
  }
  const parsed = writtenLexicon.safeParse(parse(readFileSync(file, 'utf8')));
  if (!parsed.success) {
    throw new UsageError(
      parsed.error.issues.map((issue) => `${file}: ${issue.path.join('.')}: ${issue.message}`),
    );
  }
  const w = parsed.data;
  return {
    language: w.language,
    slotTypes: Object.fromEntries(
      Object.entries(w.slot_types).map(([kind, { role_of: roleOf = null, ...lists }]) => [
        kind,
        { ...lists, roleOf },
      ]),
    ),
    opposedKinds: w.opposed_kinds,
    personalQuestions: w.personal_questions,
    answerFillers: w.answer_fillers,
    requestCues: w.request_cues,
    polarCues: w.polar_cues,
    verifyCues: w.verify_cues,
    offerCues: w.offer_cues,
    confirmCues: w.confirm_cues,
    humanRequests: w.human_requests,
    humanNames: w.human_names,
    objections: w.objections,
    alreadyTold: w.already_told,
    evasions: w.evasions,
    contextOpenings: w.context_openings,
    genericOpenings: w.generic_openings,
    botFallbacks: w.bot_fallbacks,
    greetings: w.greetings,
    thanks: w.thanks,
    affirmations: w.affirmations,
    negations: w.negations,
    anger: w.anger,
    fillers: w.fillers,
    specialCategories: w.special_categories,
    emptyCodes: w.empty_codes,
    determiners: w.determiners,
    stopWords: w.stop_words,
  };
}
