/**
 * Genesys has no file of utterances that its console imports, as far as we know. The API takes a version of a domain whole, so the
 * body that it answered comes back with utterances put at the ends of their lists and every other byte as it was.
 */

import { inLanguage } from '../phrases/languages.js';
import { keyOf, type Placement, planPhrases, wordsWithin } from '../phrases/plan.js';
import { type Addition, putInto } from '../phrases/put.js';
import { segmentsOf } from '../phrases/segments.js';
import type { PatchWriter } from '../vendor.js';
import { options } from './training.js';
import { type NluVersion, versionOf } from './version.js';

type Own = ReturnType<typeof options.parse>;

const limitsOf = ({ longest_phrase: longestPhrase }: Own) => ({ longestPhrase });

export const patch: PatchWriter = {
  title: 'Genesys Cloud NLU domain version (JSON, for the API)',
  patch(suggestions, files, given = {}) {
    const own = options.parse(given);
    const [version, ...others] = files.flatMap((file) => versionOf(file) ?? []);
    if (!version)
      return { files: [], notes: ['no version of an NLU domain among the training files'] };
    const language = own.language ?? version.language;
    const { placements, notes } = planPhrases(
      suggestions,
      new Set(version.intents.map(({ name }) => name)),
      knownIn(version, language),
      {
        limits: limitsOf(own),
        none: own.out_of_scope_intent ?? null,
      },
    );
    if (others.length > 0 && suggestions.length > 0)
      notes.push(`several versions are there; ${version.file.path} alone is patched`);
    const additions = additionsTo(version, placements, { language, notes });
    const { files: changed, homeless } = putInto(additions);
    notes.push(
      ...additions
        .filter((one) => homeless.includes(one))
        .map(({ intent }) => `${intent}: has no list of utterances; put them in by hand`),
    );
    if (changed.length > 0) notes.push(...stillToDo(version));
    return { files: changed, notes };
  },
  wordsOf: (text, given = {}) => wordsWithin(text, limitsOf(options.parse(given))),
};

const knownIn = ({ intents }: NluVersion, language: string | undefined): Map<string, string> =>
  new Map(
    intents.flatMap(({ name, utterances }) =>
      inLanguage(utterances, language).flatMap(({ texts }) =>
        texts.map((text) => [keyOf(text), name] as const),
      ),
    ),
  );

function additionsTo(
  { file, intents }: NluVersion,
  placements: readonly Placement[],
  { language, notes }: { language: string | undefined; notes: string[] },
): (Addition & { intent: string })[] {
  return [...new Set(placements.map(({ intent }) => intent))].flatMap((name) => {
    const intent = intents.find((one) => one.name === name);
    const [home] = inLanguage(intent?.utterances ?? [], language);
    if (!intent || !home) {
      notes.push(`${name}: has no utterances in ${language}; put them in by hand`);
      return [];
    }
    const items = placements
      .filter((one) => one.intent === name)
      .map((one) => utterance(one, intent.entities));
    return [{ intent: name, file, path: home.path, items }];
  });
}

/** A segment names the entity whose value it is. Entities that the intent does not refer to are left unmarked. */
const utterance = (placement: Placement, entities: readonly string[]) => ({
  source: 'User',
  segments: segmentsOf(placement, (slot) => entities.includes(slot)).map(({ text, slot }) => ({
    text,
    ...(slot !== undefined && { entity: { name: slot } }),
  })),
});

const stillToDo = ({ isPublished }: NluVersion): string[] => [
  ...(isPublished
    ? ['the version is published: send it as a new one (POST) where it takes no change']
    : []),
  'after the upload the version must be trained and published',
];
