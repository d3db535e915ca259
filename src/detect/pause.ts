/** Called between parts of long work, so that signals and timers are handled. @throws where the process was asked to stop; then nothing of the work is kept */
export type Pause = () => Promise<void>;

/** Journeys between two pauses: some tens of milliseconds of the slowest work that is done journey by journey. */
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
