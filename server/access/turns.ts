/** Work on the same thing is done one after the other; work on different things does not wait. */
export class Turns<Id> {
  /** The last work under way for each. */
  readonly #last = new Map<Id, Promise<unknown>>();

  take<Value>(id: Id, work: () => Promise<Value>): Promise<Value> {
    const done = (this.#last.get(id) ?? Promise.resolve()).then(work, work);
    const forget = () => {
      if (this.#last.get(id) === done) this.#last.delete(id);
    };
    this.#last.set(id, done);
    done.then(forget, forget);
    return done;
  }
}
