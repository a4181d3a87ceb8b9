import { useId, useRef, useState } from 'preact/hooks';
import { Problem } from '@/components/ui/problem';
import type { Counts } from '@/lib/domain/transfer';
import type { Refusal } from '@/lib/domain/refusal';
import type { TransferModel } from '@/lib/state/transfer';
import { refusalWords } from '@/lib/text/refusal';
import { count, day, list, t } from '@/lib/text/words';
import { Erase } from './erase';

interface Props {
  transfer: TransferModel;
  today: string;
}

/** What is kept as a whole: out into a file, in from one, or gone. */
export function Data({ transfer, today }: Props) {
  return (
    <section class="stack-close" id="data">
      <h2>{t('settings.data')}</h2>
      <div class="rows">
        <Export transfer={transfer} />
        <Import transfer={transfer} today={today} />
        <Erase transfer={transfer} />
      </div>
    </section>
  );
}

function Export({ transfer }: { transfer: TransferModel }) {
  const busy = transfer.busy.value;
  const exported = transfer.exported.value;
  const problem = transfer.exportProblem.value;
  return (
    <>
      <div class="row">
        <span class="row-words">
          {t('settings.export')}
          <small>{t('settings.exportHint')}</small>
          <small role="status">
            {busy === 'export' && t('settings.exporting')}
            {exported && t('settings.exported', { what: countWords(exported.counts) })}
            {exported && exported.unreadable > 0 && ` ${count('settings.exportLeft', exported.unreadable)}`}
          </small>
        </span>
        <button
          class="button button-small"
          type="button"
          aria-label={t('settings.exportOf')}
          aria-disabled={busy !== null}
          onClick={() => void transfer.exportAll()}
        >
          {t('settings.exportDo')}
        </button>
      </div>
      {problem && <Problem>{refusalWords(problem)}</Problem>}
    </>
  );
}

function Import({ transfer, today }: Props) {
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState('');
  const id = useId();
  const busy = transfer.busy.value;
  const head = transfer.ready.value?.file.head ?? null;
  const problem = transfer.importProblem.value;
  const choose = (file: File | undefined) => {
    if (file === undefined) return;
    setName(file.name);
    const bytes = async () => new Uint8Array(await file.arrayBuffer());
    void transfer.choose({ name: file.name, size: file.size, bytes });
  };
  return (
    <>
      <div class="row">
        <span class="row-words">
          <label for={id}>{t('settings.import')}</label>
          <small>{t('settings.importHint')}</small>
          <input
            ref={input}
            class="out-of-sight"
            id={id}
            type="file"
            tabIndex={-1}
            accept=".json,application/json"
            onChange={(event) => {
              const { currentTarget: chosen } = event;
              choose(chosen.files?.[0]);
              // So that the same file can be chosen once more.
              chosen.value = '';
            }}
          />
          {name !== '' && <small>{name}</small>}
          <small role="status">
            {busy === 'check' && t('settings.reading')}
            {busy === 'import' && t('settings.importing')}
            {head &&
              busy === null &&
              t('settings.found', { what: countWords(head.counts), day: day(head.exportedAt, today) })}
          </small>
        </span>
        <span class="button-row">
          <button
            class="button button-small"
            type="button"
            aria-disabled={busy !== null}
            onClick={() => busy === null && input.current?.click()}
          >
            {t('settings.choose')}
          </button>
          {head && (
            <button
              class="button button-small"
              type="button"
              aria-label={t('settings.importOf')}
              aria-disabled={busy !== null}
              onClick={() => void transfer.importChosen()}
            >
              {t('settings.importDo')}
            </button>
          )}
        </span>
      </div>
      {problem && <Problem>{importWords(problem)}</Problem>}
    </>
  );
}

/** "8 people, 60 deals, 80 notes": what there is, people first. */
function countWords(counts: Counts): string {
  const kinds = ['reps', 'deals', 'notes', 'commitments', 'sightings', 'drafts', 'sites'] as const;
  const present = kinds.filter((kind) => (counts[kind] ?? 0) > 0);
  const shown = present.length > 0 ? present : (['notes'] as const);
  return list(shown.map((kind) => count(`settings.counts.${kind}`, counts[kind] ?? 0)));
}

/** The words for storage that fails speak of a note in its box. */
function importWords(problem: Refusal): string {
  const isStorage = problem === 'not-saved' || problem === 'storage' || problem === 'no-answer';
  return isStorage ? t('settings.importFailed') : refusalWords(problem);
}
