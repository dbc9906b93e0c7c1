/** The calls to the server that are under way, in the order in which they were asked for. */
export class Calls {
  private all: Promise<unknown> = Promise.resolve();

  /** Goes on when everything that was asked for before has ended; what comes later waits for it. */
  readonly afterAll = <T>(then: () => Promise<T>): Promise<T> => this.known(this.all.then(then));

  /** What comes later waits for this, too. */
  known<T>(asked: Promise<T>): Promise<T> {
    this.all = Promise.allSettled([this.all, asked]);
    return asked;
  }
}
