import { availableParallelism } from "node:os";

export const jobs = availableParallelism();

/** Works through the items, as many at a time as there are cores; the first failure ends it. */
export async function inParallel(items, work) {
  const left = [...items];
  const worker = async () => {
    for (let item = left.shift(); item !== undefined; item = left.shift()) await work(item);
  };
  try {
    await Promise.all(Array.from({ length: jobs }, worker));
  } catch (error) {
    left.length = 0;
    throw error;
  }
}
