/** Lets the process look up from long work. @throws where it was asked to stop; then nothing of the work is kept */
export type Pause = () => Promise<void>;

/** Some tens of milliseconds of the dearest work that is done journey by journey. */
const pauseEvery = 50;

/** Does the work of each in turn, with pauses. */
export async function oneByOne<T>(
  items: readonly T[],
  pause: Pause,
  work: (item: T) => void,
): Promise<void> {
  for (const [i, item] of items.entries()) {
    if (i % pauseEvery === 0) await pause();
    work(item);
  }
}
