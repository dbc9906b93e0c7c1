/** One call at a time for each id: another one meanwhile is nothing. */
export class OneAtATime {
  private readonly underWay = new Set<string>();

  /** False also while one is under way. */
  async run(id: string, call: () => Promise<boolean>): Promise<boolean> {
    if (this.underWay.has(id)) return false;
    this.underWay.add(id);
    try {
      return await call();
    } finally {
      this.underWay.delete(id);
    }
  }
}
