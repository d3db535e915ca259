/** The fictional bot's training data as its team keeps it: Rasa YAML by hand, with comments. */
import type { BotManner } from '../manner.js';
import { greet, type TrainingPhrase, talkToHuman, trainingPhrases } from '../training.js';
import type { ValueKind, World, WorldIntent } from '../world.js';

const quoted = (text: string): string => JSON.stringify(text);
const block = (lines: string[]): string => `${lines.join('\n')}\n`;

/** `pay [120.50](amount) now`, from back to front so that earlier offsets stay true. */
function annotated({ text, entities }: TrainingPhrase): string {
  return entities.reduceRight(
    (line, { slot, start, end }) =>
      `${line.slice(0, start)}[${line.slice(start, end)}](${slot})${line.slice(end)}`,
    text,
  );
}

const notes: Record<string, string> = {
  [greet]: '# Keep short: whatever follows a greeting is a task.',
  [talkToHuman]: '# Handed over at once, see rules.yml.',
};

function nlu(world: World): string {
  const items = [...trainingPhrases(world)].flatMap(([intent, phrases]) => {
    const known = world.intents.find(({ name }) => name === intent);
    const note = known ? `# ${known.description}.` : (notes[intent] ?? '');
    const examples = phrases.map((phrase) => `    - ${annotated(phrase)}`);
    return ['', note, `- intent: ${intent}`, '  examples: |', ...examples];
  });
  return block([
    `# ${world.company}: what ${world.persona} understands.`,
    '# One intent a task. Ask the bot team before adding one.',
    'version: "3.1"',
    'nlu:',
    ...items.slice(1),
    ...synonyms(world),
  ]);
}

/** Only the odd one is known; most ways of saying a value are not. */
function synonyms(world: World): string[] {
  return world.slots.flatMap(({ kind }) => {
    if (kind.type !== 'choice') return [];
    const value = Object.keys(kind.values)[0] ?? '';
    return ['', `- synonym: ${value}`, '  examples: |', `    - ${value.toLowerCase()}`];
  });
}

const slotTypes: Record<ValueKind['type'], string> = {
  digits: 'text',
  phone: 'text',
  email: 'text',
  postcode: 'text',
  amount: 'text',
  date: 'text',
  choice: 'categorical',
};

/** The bot's definition knows only the slots that one of its forms asks for. */
function slots(world: World): string[] {
  const used = new Set(world.intents.flatMap(({ requires }) => requires));
  return world.slots
    .filter(({ name }) => used.has(name))
    .flatMap(({ name, kind, description }) => [
      `  # ${description}`,
      `  ${name}:`,
      `    type: ${slotTypes[kind.type]}`,
      ...(kind.type === 'choice'
        ? ['    values:', ...Object.keys(kind.values).map((value) => `      - ${value}`)]
        : []),
      '    mappings:',
      '      - type: from_entity',
      `        entity: ${name}`,
    ]);
}

function responses(world: World, { greeting }: BotManner): string[] {
  const used = new Set(world.intents.flatMap(({ requires }) => requires));
  const asks = world.slots
    .filter(({ name }) => used.has(name))
    .flatMap(({ name, prompt }) => [`  utter_ask_${name}:`, `    - text: ${quoted(prompt)}`]);
  const answers = world.intents.flatMap(({ name, answer }) => [
    `  utter_${name}:`,
    `    - text: ${quoted(answer)}`,
  ]);
  return [
    '  utter_greet:',
    `    - text: ${quoted(greeting)}`,
    ...asks,
    '',
    '  # Answers. Legal has signed these off, do not reword.',
    ...answers,
  ];
}

const withForm = (world: World): WorldIntent[] =>
  world.intents.filter(({ requires }) => requires.length > 0);

function domain(world: World, bot: BotManner): string {
  const entities = [...new Set(world.intents.flatMap(({ requires }) => requires))];
  const actions = world.intents.map(({ action }) => `  - ${action}`);
  const forms = withForm(world).flatMap(({ name, requires }) => [
    `  ${name}_form:`,
    '    required_slots:',
    ...requires.map((slot) => `      - ${slot}`),
  ]);
  const intents = [greet, talkToHuman, ...world.intents.map(({ name }) => name)];
  return block([
    `# Domain of ${world.botId}.`,
    'version: "3.1"',
    '',
    'intents:',
    ...intents.map((name) => `  - ${name}`),
    '',
    'entities:',
    ...entities.map((name) => `  - ${name}`),
    '',
    'slots:',
    ...slots(world),
    '',
    '# What each task cannot do without.',
    'forms:',
    ...forms,
    '',
    'responses:',
    ...responses(world, bot),
    '',
    'actions:',
    '  - action_handoff',
    ...actions,
    '',
    'session_config:',
    '  session_expiration_time: 60',
    '  carry_over_slots_to_new_session: false',
  ]);
}

function rule({ name, requires, action }: WorldIntent): string[] {
  if (requires.length === 0)
    return ['', `- rule: ${name}`, '  steps:', `  - intent: ${name}`, `  - action: ${action}`];
  const form = `${name}_form`;
  return [
    '',
    `- rule: ${name}, start`,
    '  steps:',
    `  - intent: ${name}`,
    `  - action: ${form}`,
    `  - active_loop: ${form}`,
    '',
    `- rule: ${name}, done`,
    '  condition:',
    `  - active_loop: ${form}`,
    '  steps:',
    `  - action: ${form}`,
    '  - active_loop: null',
    '  - slot_was_set:',
    '    - requested_slot: null',
    `  - action: ${action}`,
  ];
}

function rules(world: World): string {
  return block([
    '# Forms start with their intent; a request for a human goes straight through.',
    'version: "3.1"',
    'rules:',
    '- rule: a human is asked for',
    '  steps:',
    `  - intent: ${talkToHuman}`,
    '  - action: action_handoff',
    '',
    '- rule: nothing was understood',
    '  steps:',
    '  - intent: nlu_fallback',
    '  - action: action_default_fallback',
    ...world.intents.flatMap(rule),
  ]);
}

function pipeline(world: World): string {
  return block([
    `# ${world.botId}: below the threshold the bot asks again, then hands off.`,
    'recipe: default.v1',
    'language: en',
    'pipeline:',
    '- name: WhitespaceTokenizer',
    '- name: CountVectorsFeaturizer',
    '- name: DIETClassifier',
    '  epochs: 100',
    '- name: FallbackClassifier',
    `  threshold: ${world.threshold}`,
    'policies:',
    '- name: RulePolicy',
  ]);
}

/** File name to content, all below `training/`. */
export function rasaTraining(world: World, bot: BotManner): Record<string, string> {
  return {
    'config.yml': pipeline(world),
    'domain.yml': domain(world, bot),
    'nlu.yml': nlu(world),
    'rules.yml': rules(world),
  };
}
