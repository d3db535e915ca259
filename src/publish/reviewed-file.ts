/** suggestions.yaml as a person gives it back: decided, with phrases taken out or rewritten. */
import { LineCounter, parseDocument } from 'yaml';
import { z } from 'zod';
import { UsageError } from '../domain/errors.js';
import type { Phrase, Review } from '../domain/suggestion.js';

/** One suggestion of the file; what people have no business changing is not read. */
export interface ReviewedSuggestion {
  id: string;
  review: Review;
  phrases: Pick<Phrase, 'text' | 'entities'>[];
  prompt?: string;
}

const schemaName = 'handback/suggestions/1';

const entity = z.object({
  slot: z.string().min(1),
  start: z.int().min(0),
  end: z.int().min(1),
});
const phrase = z
  .object({ text: z.string().trim().min(1), entities: z.array(entity).optional() })
  .refine(({ text, entities = [] }) => entities.every(({ end }) => end <= text.length), {
    error: 'an entity ends behind the end of its text; take it out, or correct start and end',
  })
  .refine(({ entities = [] }) => entities.every(({ start, end }) => start < end), {
    error: 'an entity ends before it starts',
  });
const file = z.object({
  schema: z.literal(schemaName, { error: `expected ${schemaName}` }),
  suggestions: z.array(
    z.object({
      id: z.string().min(1),
      phrases: z.array(phrase).nullish(),
      prompt: z.string().trim().min(1).nullish(),
      review: z.object({
        decision: z.enum(['pending', 'accepted', 'edited', 'rejected']),
        by: z.string().nullish(),
        at: z.string().nullish(),
      }),
    }),
  ),
});

/**
 * @param name of the file, for errors
 * @throws UsageError with one line a problem: which suggestion, which field, what is wrong
 */
export function readReviewed(text: string, name: string): ReviewedSuggestion[] {
  const document = parseDocument(text, { lineCounter: new LineCounter() });
  if (document.errors.length > 0)
    throw new UsageError(document.errors.map(({ message }) => `${name}: ${firstLine(message)}`));
  const content: unknown = document.toJS();
  const { success, data, error } = file.safeParse(content);
  if (!success)
    throw new UsageError(
      error.issues.map(({ path, message }) => `${name}: ${placeOf(path, content)}: ${message}`),
    );
  return data.suggestions.map(({ id, phrases, prompt, review: { decision, by, at } }) => ({
    id,
    review: { decision, ...(by && { by }), ...(at && { at }) },
    phrases: (phrases ?? []).map(({ text: words, entities }) => ({
      text: words,
      entities: entities ?? [],
    })),
    ...(prompt && { prompt }),
  }));
}

const firstLine = (message: string) => message.split('\n')[0] ?? '';

/** `suggestions[2].phrases[0].text`, with the suggestion's id where the file gives one. */
function placeOf(path: readonly PropertyKey[], content: unknown): string {
  const [list, at] = path;
  const place = path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${String(part)}`))
    .join('')
    .replace(/^\./, '');
  if (list !== 'suggestions' || typeof at !== 'number') return place || 'the file';
  const one = (content as { suggestions: unknown[] }).suggestions[at];
  const id = typeof one === 'object' && one !== null && 'id' in one ? one.id : undefined;
  return typeof id === 'string' ? `${place} (${id})` : place;
}
