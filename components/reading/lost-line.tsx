import { useId, useRef, useState } from 'preact/hooks';
import { Problem } from '@/components/ui/problem';
import type { DealView } from '@/lib/domain/views';
import type { ReportModel } from '@/lib/state/report';
import { lostLine } from '@/lib/text/reading';
import { refusalWords } from '@/lib/text/refusal';
import { t } from '@/lib/text/words';

interface Props {
  deal: Pick<DealView, 'lost' | 'read'>;
  report: ReportModel;
}

/** What used to be read on such pages and is not any more, in one line; the report of it is shown before anybody can copy it. */
export function LostLine({ deal, report }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const words = lostLine(deal.lost, deal.read.crmName);
  if (words === null) return null;
  const open = () => {
    dialog.current?.showModal();
    void report.open();
  };
  return (
    <div class="lost-line" data-line>
      <span>{words}</span>
      <button class="more" type="button" onClick={open}>
        {t('report.open')}
      </button>
      <ReportDialog report={report} within={dialog} />
    </div>
  );
}

function ReportDialog({
  report,
  within,
}: {
  report: ReportModel;
  within: { current: HTMLDialogElement | null };
}) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<'copied' | 'byHand' | null>(null);
  const text = report.text.value;
  const problem = report.problem.value;
  /** The newer call for it is refused to frames in pages that do not pass it on. */
  const copy = () => {
    field.current?.focus();
    field.current?.select();
    setOutcome(document.execCommand('copy') ? 'copied' : 'byHand');
  };
  const closed = () => {
    setOutcome(null);
    report.close();
  };
  return (
    <dialog ref={within} class="dialog" aria-labelledby={`${id}-title`} onClose={closed}>
      <div class="stack-close">
        <h2 id={`${id}-title`}>{t('report.title')}</h2>
        <p class="hint">{t('report.words')}</p>
        {problem && <Problem>{refusalWords(problem)}</Problem>}
        {text === null && !problem && <p aria-busy="true">{t('report.making')}</p>}
        {text !== null && (
          <textarea ref={field} class="input report-text" aria-label={t('report.title')} rows={12} readOnly>
            {text}
          </textarea>
        )}
        <div class="button-row">
          <button class="button" type="button" disabled={text === null} onClick={copy}>
            {t('report.copy')}
          </button>
          <button class="button button-plain" type="button" onClick={() => within.current?.close()}>
            {t('report.close')}
          </button>
          <span class="hint" role="status">
            {outcome && t(`report.${outcome}`)}
          </span>
        </div>
      </div>
    </dialog>
  );
}
