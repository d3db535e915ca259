/** Work for other threads of the process: plain data goes there and comes back. */
import { parentPort, Worker, workerData } from 'node:worker_threads';

export interface Pool<Job, Result> {
  /** Done by the thread that has least to do. @throws what the thread threw, or that it died */
  run(job: Job): Promise<Result>;
  close(): Promise<void>;
}

/** What a thread answers to a job. */
type Answer<Result> = { result: Result } | { error: unknown };

interface Waiting<Result> {
  resolve(result: Result): void;
  reject(error: unknown): void;
}

/** @param script calls `serve`; @param setting what each thread begins with */
export function createPool<Job, Result>(
  script: URL,
  setting: unknown,
  threads: number,
): Pool<Job, Result> {
  const all = Array.from({ length: threads }, () => createThread<Job, Result>(script, setting));
  return {
    run: (job) => all.reduce((a, b) => (b.busy() < a.busy() ? b : a)).run(job),
    async close() {
      await Promise.all(all.map((thread) => thread.close()));
    },
  };
}

function createThread<Job, Result>(script: URL, setting: unknown) {
  const worker = new Worker(script, { workerData: setting });
  /** In the order of the jobs, in which they are answered. */
  let waiting: Waiting<Result>[] = [];
  let dead: Error | null = null;
  const die = (error: Error) => {
    dead = error;
    for (const { reject } of waiting) reject(error);
    waiting = [];
  };
  worker.on('error', die);
  worker.on('exit', () => die(dead ?? new Error('a thread has ended before its work')));
  worker.on('message', (answer: Answer<Result>) => {
    const first = waiting.shift();
    if ('error' in answer) first?.reject(answer.error);
    else first?.resolve(answer.result);
  });
  return {
    busy: () => waiting.length,
    run: (job: Job) =>
      new Promise<Result>((resolve, reject) => {
        if (dead) return reject(dead);
        waiting.push({ resolve, reject });
        worker.postMessage(job);
      }),
    close: () => worker.terminate(),
  };
}

/** In a thread: answers its jobs one by one. @param begin makes of the setting what does them */
export function serve<Setting, Job, Result>(begin: (setting: Setting) => (job: Job) => Result) {
  const work = begin(workerData as Setting);
  parentPort?.on('message', (job: Job) => {
    parentPort?.postMessage(answerTo(job, work));
  });
}

function answerTo<Job, Result>(job: Job, work: (job: Job) => Result): Answer<Result> {
  try {
    return { result: work(job) };
  } catch (error) {
    return { error };
  }
}

/**
 * Results in the order of their jobs, of which no more than `ahead` are under way: who takes results slowly is not sent more than that.
 * What the jobs throw comes behind the results of those before it.
 */
export async function* inOrder<Job, Result>(
  jobs: AsyncIterable<Job>,
  run: (job: Job) => Promise<Result>,
  ahead: number,
): AsyncGenerator<Result> {
  const started: Promise<Result>[] = [];
  let failed: { error: unknown } | null = null;
  try {
    for await (const job of jobs) {
      const result = run(job);
      // Told where it is waited for.
      result.catch(() => {});
      started.push(result);
      if (started.length > ahead) yield await (started.shift() as Promise<Result>);
    }
  } catch (error) {
    failed = { error };
  }
  for (const result of started) yield await result;
  if (failed) throw failed.error;
}
