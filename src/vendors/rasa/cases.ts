/** Regression cases as Rasa tests them: test stories for the intents of its NLU, end-to-end test cases for the flows of CALM. */
import { groupBy } from '../../lib/group-by.js';
import { yamlScalar } from '../../lib/yaml.js';
import { shortHash } from '../cases/short-hash.js';
import type { OwnCases, RegressionCase, TrainingFile } from '../vendor.js';
import { type Bot, botOf, labelOf } from './patch/bot.js';
import { lineOf } from './patch/phrase.js';

/**
 * A flow has no intent that a classifier could be asked for. The parts of a retrieval intent are one to the classifier.
 * @param files the training files with the patch in them
 */
export function cases(all: readonly RegressionCase[], files: readonly TrainingFile[]): OwnCases {
  const bot = botOf(files);
  const intents = new Set([
    ...[...bot.nlu, ...bot.older].map(({ intent }) => intent),
    ...bot.domainIntents,
  ]);
  const ofNlu = all.filter(({ intent }) => intents.has(intent));
  const ofFlows = all.flatMap((one) => {
    const flow = flowOf(one.intent, bot);
    return flow === undefined ? [] : [{ ...one, flow }];
  });
  // Rasa 1 has no tests in YAML.
  const isOld = bot.nlu.length === 0 && bot.older.length > 0;
  return {
    files: [
      ...(ofNlu.length > 0 && !isOld ? [{ path: storiesPath, text: stories(ofNlu, bot) }] : []),
      ...(ofFlows.length > 0 ? [{ path: flowsPath, text: testCases(ofFlows) }] : []),
    ],
    classified: ofNlu.map((one) => ({ ...one, intent: one.intent.replace(/\/.*/, '') })),
  };
}

const storiesPath = 'test_handback.yml';
/** In a folder of its own, since Rasa Pro's name for it is that of the team's own file. */
const flowsPath = 'handback/e2e_test_cases.yml';

/** The flow itself, else the one that the intent starts. */
function flowOf(intent: string, { project: { flows } }: Bot): string | undefined {
  if (flows.has(intent)) return intent;
  return [...flows].find(([, { triggers }]) => triggers.includes(intent))?.[0];
}

/**
 * Values are marked as in the training data: the test compares what is found of them, too. A literal block takes any line that
 * begins with a word or a sign as it is; Rasa would fill in `${NAME}` in a plain text.
 */
function stories(all: readonly RegressionCase[], bot: Bot): string {
  const version = versionOf(bot);
  return [
    '# What customers said and the bot got wrong, with the intent that it must take it for now.',
    '# Keep it in the tests folder of the project: in a folder of training data Rasa would train on it.',
    '# rasa test --stories tests/test_handback.yml',
    ...(version === undefined ? [] : [`version: "${version}"`]),
    'stories:',
    ...[...groupBy(all, ({ intent }) => intent)].flatMap(([intent, own]) =>
      own.flatMap(({ phrase }, i) => {
        const line = lineOf(phrase, (slot) => labelOf(bot, slot));
        return line === null
          ? []
          : [
              `- story: ${yamlScalar(`${intent}, wording ${i + 1}`)}`,
              '  steps:',
              '  - user: |',
              `      ${line.text}`,
              `    intent: ${yamlScalar(intent)}`,
            ];
      }),
    ),
    '',
  ].join('\n');
}

/** A file of a higher version than the installed Rasa's is skipped, so it has that of the files that are there. */
const versionOf = ({ files }: Bot): string | undefined =>
  files.map(({ text }) => /^version:\s*["']?(\d+(?:\.\d+)*)/m.exec(text)?.[1]).find(Boolean);

/** Text in double quotes: JSON's escapes are YAML's. */
const testCases = (all: readonly (RegressionCase & { flow: string })[]): string =>
  [
    '# What customers said and the bot got wrong, with the flow that it must start now (assertions: Rasa Pro 3.12 or later).',
    '# rasa test e2e tests/handback/e2e_test_cases.yml',
    'test_cases:',
    ...all.flatMap(({ flow, text }) => [
      `- test_case: ${nameOf(flow, text)}`,
      '  steps:',
      `  - user: ${JSON.stringify(text)}`,
      '    assertions:',
      `    - flow_started: ${yamlScalar(flow)}`,
    ]),
    '',
  ].join('\n');

/** The same whatever other cases are there, so that a run of tests can be compared with the last one. */
const nameOf = (flow: string, text: string): string =>
  `handback_${flow.replace(/\W+/g, '_')}_${shortHash(`${flow}\n${text}`)}`;
