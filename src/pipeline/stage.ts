/** The shape of a stage, and the night as a list of them. */
import type { NightContext } from './context.js';
import { stopIfAsked } from './stop.js';

export interface Stage<Before, Gives> {
  name: string;
  /** @param soFar what the stages before it gave */
  run(context: NightContext, soFar: Before): Promise<Gives>;
  /**
   * The same from what the store keeps of an earlier run of this night. A stage without it has nothing stored that it could
   * be restored from: it runs again on stored evidence, which gives the same.
   */
  restore?(context: NightContext, soFar: Before): Promise<Gives>;
}

export interface Chain<All> {
  names: readonly string[];
  next<Gives extends object>(stage: Stage<All, Gives>): Chain<All & Gives>;
  /**
   * Runs every stage in order and gathers in `soFar` what they give, so that a caller knows after an error how far it came.
   * @param from the stages before this one are restored, not run
   */
  run(context: NightContext, soFar: Partial<All>, from?: string): Promise<All>;
}

type AnyStage = Stage<never, object>;

/** The first stage; the others follow with `next`, which the compiler checks: each needs what those before it give. */
export function begin<Gives extends object>(stage: Stage<object, Gives>): Chain<Gives> {
  return chain([stage]);
}

function chain<All>(stages: readonly AnyStage[]): Chain<All> {
  return {
    names: stages.map(({ name }) => name),
    next: (stage) => chain([...stages, stage as AnyStage]),
    async run(context, soFar, from) {
      const first = from === undefined ? 0 : stages.findIndex(({ name }) => name === from);
      for (const [i, stage] of stages.entries()) {
        const step = i < first ? (stage.restore ?? stage.run) : stage.run;
        await stopIfAsked(context);
        const gives = await timed(stage.name, context, () => step(context, soFar as never));
        Object.assign(soFar, gives);
      }
      return soFar as All;
    },
  };
}

async function timed<T>(name: string, context: NightContext, work: () => Promise<T>): Promise<T> {
  const start = context.now();
  const before = process.cpuUsage();
  context.onStage?.(name, '');
  const result = await work();
  context.seconds[name] = (context.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  context.processorSeconds[name] = (user + system) / 1e6;
  return result;
}
