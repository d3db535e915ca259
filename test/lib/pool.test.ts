import { describe, expect, it } from 'vitest';
import { createPool, inOrder } from '../../src/lib/pool.js';

/** A thread that doubles numbers, the larger ones later; it throws at 13 and ends at 99. */
const script = new URL(
  `data:text/javascript,${encodeURIComponent(`
    import { parentPort, workerData } from 'node:worker_threads';
    parentPort.on('message', (n) => {
      if (n === 99) process.exit(1);
      parentPort.postMessage(n === 13 ? { error: new Error('unlucky') } : { result: workerData * n });
    });
  `)}`,
);

async function all<T>(items: AsyncIterable<T>): Promise<T[]> {
  const found: T[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function* numbers(count: number): AsyncGenerator<number> {
  for (let n = 0; n < count; n++) yield n;
}

describe('a pool of threads', () => {
  it('gives the results of each job in the order of the jobs', async () => {
    const pool = createPool<number, number>(script, 2, 2);
    expect(await all(inOrder(numbers(12), pool.run, 4))).toEqual(
      Array.from({ length: 12 }, (_, n) => 2 * n),
    );
    await pool.close();
  });

  it('throws what a job throws, and goes on', async () => {
    const pool = createPool<number, number>(script, 2, 1);
    const jobs = [pool.run(13), pool.run(4)];
    await expect(jobs[0]).rejects.toThrow('unlucky');
    expect(await jobs[1]).toBe(8);
    await pool.close();
  });

  it('says of a thread that has ended that it does nothing more', async () => {
    const pool = createPool<number, number>(script, 2, 1);
    await expect(pool.run(99)).rejects.toThrow('ended');
    await expect(pool.run(1)).rejects.toThrow('ended');
    await pool.close();
  });
});

describe('jobs in order', () => {
  it('has no more under way than it is told', async () => {
    let underWay = 0;
    let most = 0;
    const run = async (n: number) => {
      underWay += 1;
      most = Math.max(most, underWay);
      await new Promise((resolve) => setTimeout(resolve, 10 - n));
      underWay -= 1;
      return n;
    };
    expect(await all(inOrder(numbers(9), run, 2))).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8]);
    expect(most).toBeLessThanOrEqual(3);
    expect(most).toBeGreaterThan(1);
  });

  it('ends with what the jobs ended with, behind the results before it', async () => {
    const broken = async function* () {
      yield 1;
      yield 2;
      throw new Error('torn off');
    };
    const found: number[] = [];
    const reading = async () => {
      for await (const one of inOrder(broken(), async (n) => n, 5)) found.push(one);
    };
    await expect(reading()).rejects.toThrow('torn off');
    expect(found).toEqual([1, 2]);
  });
});
