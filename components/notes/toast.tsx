import { ToastLine } from '@/components/ui/toast';
import type { ToastModel } from '@/lib/state/toast';
import { t } from '@/lib/text/words';

/** What just happened, read out as it comes, with its undo. */
export function Toast({ toast }: { toast: ToastModel }) {
  const shown = toast.shown.value;
  return (
    <div class="toast-place" role="status">
      {shown && (
        <ToastLine
          undo={shown.undo && { words: t('toast.undo'), run: toast.undo }}
          hold={toast.hold}
          release={toast.release}
        >
          {t(`toast.${shown.happened}`)}
        </ToastLine>
      )}
    </div>
  );
}
