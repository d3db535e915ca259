/**
 * CLU: importing a project replaces it, so the whole file comes back with utterances put at the end of its list; beside it a file of the
 * new utterances alone, which the page "Data labeling" adds to the open project.
 */
import { groupBy } from '../../lib/group-by.js';
import { likestOf } from '../phrases/alike.js';
import { appended, listAt } from '../phrases/json-list.js';
import { keyOf, type Placement, planPhrases, wordsWithin } from '../phrases/plan.js';
import type { PatchWriter } from '../vendor.js';
import { type Project, projectOf } from './project.js';
import { none } from './training.js';

/** Service limits: 500 characters an utterance, 50,000 utterances a project. */
const limits = { longestPhrase: 500 };
const mostUtterances = 50_000;

export const patch: PatchWriter = {
  title: 'Microsoft CLU project (JSON)',
  patch(suggestions, files) {
    const [project, ...others] = files.flatMap((file) => projectOf(file) ?? []);
    if (!project) return { files: [], notes: ['no CLU project among the training files'] };
    const known = new Map(project.utterances.map(({ text, intent }) => [keyOf(text), intent]));
    const { placements, notes } = planPhrases(suggestions, new Set(project.intents), known, {
      limits,
      none,
    });
    if (others.length > 0 && suggestions.length > 0)
      notes.push(`several projects are there; ${project.file.path} alone is patched`);
    const list = listAt(project.file.text, ['assets', 'utterances']);
    if (placements.length === 0) return { files: [], notes };
    if (!list || project.utterances.length + placements.length > mostUtterances)
      return {
        files: [],
        notes: [
          ...notes,
          list
            ? `more than ${mostUtterances} utterances: CLU takes no more`
            : 'assets.utterances: no list in the project file',
        ],
      };
    const languageOf = languagesOf(project);
    const items = placements.map((one) => utterance(one, project, languageOf(one.text)));
    const text = appended(project.file.text, list, items);
    const additive = { path: additivePath, text: `${JSON.stringify(items, null, 2)}\n` };
    return { files: [{ path: project.file.path, text }, additive], notes };
  },
  wordsOf: (text) => wordsWithin(text, limits),
};

const additivePath = 'utterances-to-add.json';

/** A project in several languages says of each utterance which one it is in. */
function languagesOf({ utterances, language }: Project): (text: string) => string {
  const groups = [...groupBy(utterances, (one) => one.language)].map(
    ([spoken, own]) => [spoken, own.map(({ text }) => text)] as const,
  );
  if (groups.length < 2) return () => language;
  const likest = likestOf(groups);
  return (text) => likest(text) ?? language;
}

/** Offsets count UTF-16 units, as ours do. Entities that the project does not declare are left unmarked. */
function utterance({ text, intent, entities }: Placement, project: Project, language: string) {
  const declared = project.entities.map(({ category }) => category);
  return {
    text,
    language,
    intent,
    entities: entities
      .filter(({ slot }) => declared.includes(slot))
      .map(({ slot, start, end }) => ({ category: slot, offset: start, length: end - start })),
    dataset: 'Train',
  };
}
