import { useId, useRef, useState } from 'preact/hooks';
import { Problem } from '@/components/ui/problem';
import type { TransferModel } from '@/lib/state/transfer';
import { t } from '@/lib/text/words';

/** Everything goes: asked once more in a dialog, where a word is typed first. */
export function Erase({ transfer }: { transfer: TransferModel }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [typed, type] = useState('');
  const id = useId();
  const word = t('settings.eraseWord');
  const isMeant = typed.trim().toLowerCase() === word.toLowerCase();
  const problem = transfer.eraseProblem.value;
  const erase = async () => {
    if (!isMeant) return;
    await transfer.erase();
    if (transfer.eraseProblem.peek() === null) dialog.current?.close();
  };
  return (
    <div class="row">
      <span class="row-words">
        {t('settings.erase')}
        <small>{t('settings.eraseHint')}</small>
      </span>
      <button
        class="button button-small"
        type="button"
        aria-label={t('settings.eraseOf')}
        onClick={() => dialog.current?.showModal()}
      >
        {t('settings.eraseDo')}
      </button>
      <dialog ref={dialog} class="dialog" aria-labelledby={`${id}-ask`} onClose={() => type('')}>
        <form
          class="stack-close"
          method="dialog"
          onSubmit={(event) => {
            event.preventDefault();
            void erase();
          }}
        >
          <h2 id={`${id}-ask`}>{t('settings.eraseAsk')}</h2>
          <p>{t('settings.eraseWords')}</p>
          <p class="hint">{t('settings.eraseTraces')}</p>
          <div class="field">
            <label class="field-label" for={id}>
              {t('settings.eraseType', { word })}
            </label>
            <input
              class="input"
              id={id}
              autocomplete="off"
              spellcheck={false}
              value={typed}
              onInput={(event) => type(event.currentTarget.value)}
            />
          </div>
          {problem && <Problem>{t('settings.eraseFailed')}</Problem>}
          <div class="button-row">
            <button class="button" type="submit" disabled={!isMeant}>
              {t('settings.eraseOf')}
            </button>
            <button class="button button-plain" type="button" onClick={() => dialog.current?.close()}>
              {t('settings.eraseCancel')}
            </button>
          </div>
        </form>
      </dialog>
    </div>
  );
}
