import type { PanelModel } from '@/lib/state/panel';
import { t } from '@/lib/text/words';

/** In place of the note box, where another panel on the same tab has it. */
export function OtherPanel({ panel }: { panel: PanelModel }) {
  return (
    <footer class="panel-foot" data-part="other-panel">
      <p role="status">{t('beside.elsewhere')}</p>
      <button class="button button-primary button-wide" type="button" onClick={() => void panel.writeHere()}>
        {t('beside.writeHere')}
      </button>
    </footer>
  );
}
