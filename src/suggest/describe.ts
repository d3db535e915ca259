/** The page of the suggestions, from the advices' own words: `npm run schemas` writes it. */
import { advices } from './advice/index.js';

export function describeAdvices(): string {
  const sections = advices.map(
    ({ id, title, description, answers }) =>
      `## ${title}\n\n\`${id}\`, for the repairs ${answers.map((one) => `\`${one}\``).join(', ')}.\n\n${description}\n`,
  );
  return `# Suggestions\n\nOne a kind. Written by "npm run schemas" from the advices; do not edit.\n\n${sections.join('\n')}`;
}
