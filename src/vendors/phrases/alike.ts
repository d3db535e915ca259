/** Which of several groups of texts a text is most like, by threes of letters: these tell languages apart without knowing any. */
import { prepare } from '../../text/similarity.js';

export type Threes = ReadonlySet<string>;

export const threesOf = (texts: readonly string[]): Threes => prepare(texts.join(' ')).trigrams;

/** The group that has most of the text's threes; the last where several have as many. */
export function mostAlike<Group>(
  text: string,
  groups: readonly (readonly [Group, Threes])[],
): Group | undefined {
  const own = [...threesOf([text])];
  let best: Group | undefined;
  let most = -1;
  for (const [group, threes] of groups) {
    const shared = own.filter((three) => threes.has(three)).length;
    if (shared >= most) [best, most] = [group, shared];
  }
  return best;
}
