/** A random name for a request; works without a secure context too. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Who says the same much later means it once more. */
const KEPT_MILLIS = 15 * 60_000;

interface Kept {
  readonly key: string;
  readonly atMillis: number;
}

/**
 * The keys of requests that may not have been done. Who sends the same request again sends its key
 * again, and it is done once, also where only its answer was lost.
 */
export class RequestKeys {
  private readonly kept = new Map<string, Kept>();

  /** The key of this request until `keep` is called for it again. */
  take(request: string): string {
    this.forgetOld();
    const key = this.kept.get(request)?.key ?? newKey();
    this.kept.delete(request);
    return key;
  }

  keep(request: string, key: string): void {
    this.kept.set(request, { key, atMillis: Date.now() });
  }

  private forgetOld(): void {
    const oldest = Date.now() - KEPT_MILLIS;
    for (const [request, { atMillis }] of this.kept) {
      if (atMillis < oldest) this.kept.delete(request);
    }
  }
}

export const requestKeys = new RequestKeys();
