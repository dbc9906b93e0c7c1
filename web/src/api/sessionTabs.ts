import type { SignedIn } from './types';

type Message =
  | { readonly kind: 'signed-in'; readonly answer: SignedIn }
  | { readonly kind: 'signed-out' };

interface TabListener {
  readonly onSignedIn: (answer: SignedIn) => void;
  readonly onSignedOut: () => void;
}

const NAME = 'recon-session';

/** The tabs of one browser: they take turns, and tell each other what they were given. */
export class SessionTabs {
  private readonly channel = new BroadcastChannel(NAME);
  private heard: SignedIn | null = null;

  constructor(listener: TabListener) {
    this.channel.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === 'signed-out') {
        listener.onSignedOut();
      } else {
        this.heard = data.answer;
        listener.onSignedIn(data.answer);
      }
    };
  }

  /** Waits for its turn; what another tab was given while it waited is handed to the work. */
  async alone(work: (heard: SignedIn | null) => Promise<boolean>): Promise<boolean> {
    this.heard = null;
    return navigator.locks.request(NAME, () => work(this.heard));
  }

  tell(answer: SignedIn): void {
    this.channel.postMessage({ kind: 'signed-in', answer } satisfies Message);
  }

  signedOut(): void {
    this.channel.postMessage({ kind: 'signed-out' } satisfies Message);
  }
}
