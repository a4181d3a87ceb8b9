import { browser } from 'wxt/browser';
import type { FromPage, PageAnswers, ToPage } from '@/lib/messages/protocol';

type Told<N extends FromPage['name']> = Omit<Extract<FromPage, { name: N }>, 'from' | 'name'>;

/** The one line to the background. `gone` is called once when the extension was updated or removed under this page. */
export function lineToBackground(gone: () => void) {
  const invalid = () => !browser.runtime?.id;

  /** @returns the background's answer, or null where it could not be had: the caller goes on without. */
  async function tell<N extends FromPage['name']>(name: N, told: Told<N>): Promise<PageAnswers[N] | null> {
    if (invalid()) {
      gone();
      return null;
    }
    try {
      const answer: PageAnswers[N] | undefined = await browser.runtime.sendMessage({
        from: 'page',
        name,
        ...told,
      });
      return answer ?? null;
    } catch {
      // Either the background was stopped before it answered, or this script has been orphaned by an update.
      if (invalid()) gone();
      return null;
    }
  }

  function listen(signal: AbortSignal, on: (message: ToPage) => void): void {
    const heard = (message: ToPage, sender: { id?: string; tab?: unknown }) => {
      if (sender.id === browser.runtime.id && !sender.tab && message.to === 'page') on(message);
    };
    browser.runtime.onMessage.addListener(heard);
    // An orphaned script has no runtime to take its listener back from.
    signal.addEventListener('abort', () => browser.runtime?.onMessage?.removeListener(heard));
  }

  return { tell, listen, invalid };
}

export type Line = ReturnType<typeof lineToBackground>;
