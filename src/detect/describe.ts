/** The rules page, from the detectors' own words: `npm run schemas` writes it. */
import { categories } from '../domain/categories.js';
import { detectors } from './detectors/index.js';

const ownerNames = {
  bot_team: 'bot team',
  operations: 'operations',
  journey_owner: 'journey owner',
} as const;

export function describeDetectors(): string {
  const sections = detectors.map(
    ({ id, description, needs }) =>
      `## ${categories[id].title}\n\n\`${id}\`, for the ${ownerNames[categories[id].owner]}. Reads: ${needs.join(', ')}.\n\n${description}\n`,
  );
  return `# Detectors\n\nOne a category, over single journeys. Written by "npm run schemas" from the detectors; do not edit.\n\n${sections.join('\n')}`;
}
