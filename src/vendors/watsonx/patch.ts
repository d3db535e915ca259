/**
 * A dialog skill's upload replaces the skill, so the whole file comes back with examples put at the ends of their lists; beside it
 * a CSV of the new examples alone, which the page "Intents" adds to those that are there.
 */
import { csvRow, formulaStart } from '../phrases/csv.js';
import { keyOf, type Placement, planPhrases, wordsWithin } from '../phrases/plan.js';
import { putInto } from '../phrases/put.js';
import type { PatchWriter } from '../vendor.js';
import { slotsOf } from './forms.js';
import { type Skill, skillOf } from './skill.js';

/** 1,024 characters an example, no line ends and tabs (the plan makes both a space). */
const limits = { longestPhrase: 1024, start: formulaStart };
const none = 'irrelevant';
const additivePath = 'examples-to-add.csv';

export const patch: PatchWriter = {
  title: 'watsonx Assistant dialog skill (JSON)',
  patch(suggestions, files) {
    const skill = files.map(skillOf).find((one) => one !== null);
    if (!skill) return { files: [], notes: ['no dialog skill among the training files'] };
    const names = skill.intents.map(({ name }) => name);
    const { placements, notes } = planPhrases(
      suggestions,
      new Set([...names, none]),
      knownIn(skill),
      { limits, none },
    );
    if (placements.length === 0) return { files: [], notes };
    const marks = markedBy(skill);
    const { files: changed, homeless } = putInto(
      [...new Set(placements.map(({ intent }) => intent))].map((intent) => ({
        file: skill.file,
        path: [
          ...skill.path,
          ...(intent === none
            ? ['counterexamples']
            : ['intents', names.indexOf(intent), 'examples']),
        ],
        items: placements.filter((one) => one.intent === intent).map((one) => example(one, marks)),
      })),
    );
    notes.push(
      ...homeless.map(({ path }) => {
        const intent = path.at(-1) === 'counterexamples' ? none : names[Number(path.at(-2))];
        const otherwise = intent === none ? 'do it by hand' : `import ${additivePath} instead`;
        return `${intent}: has no list of examples in the skill; ${otherwise}`;
      }),
    );
    const rows = placements
      .filter(({ intent }) => intent !== none)
      .map(({ text, intent }) => csvRow([text, intent]));
    return {
      files: [
        ...changed,
        ...(rows.length > 0 ? [{ path: additivePath, text: rows.join('') }] : []),
      ],
      notes,
    };
  },
  wordsOf: (text) => wordsWithin(text, limits),
};

const knownIn = ({ intents, counterexamples }: Skill): Map<string, string> =>
  new Map([
    ...intents.flatMap(({ name, examples }) =>
      examples.map((text) => [keyOf(text), name] as const),
    ),
    ...counterexamples.map((text) => [keyOf(text), none] as const),
  ]);

/** A slot's entity: the one that fills it, or one of its own name. */
function markedBy({ root, entities }: Skill): ReadonlyMap<string, string> {
  const known = new Set(entities.map(({ name }) => name));
  const own = entities.map(({ name }) => [name, name] as const);
  const filling = slotsOf(root).flatMap(({ name, entity }) =>
    entity !== undefined && known.has(entity) ? [[name, entity] as const] : [],
  );
  return new Map([...own, ...filling]);
}

/** `location` has an exclusive end in characters; their unit is not documented, so nothing is marked behind an emoji. */
function example({ text, entities }: Placement, marks: ReadonlyMap<string, string>) {
  const isPlain = [...text].length === text.length;
  const mentions = entities.flatMap(({ slot, start, end }) => {
    const entity = marks.get(slot);
    return entity === undefined || !isPlain ? [] : [{ entity, location: [start, end] }];
  });
  return { text, ...(mentions.length > 0 && { mentions }) };
}
