import { Icon } from '@/components/ui/icons';
import type { CoverModel } from '@/lib/state/cover';
import { t } from '@/lib/text/words';

/** Uncovers all private text of this screen, and covers it again. */
export function CoverEye({ cover }: { cover: CoverModel }) {
  const covered = cover.covered.value;
  const words = covered ? t('bar.covered') : t('bar.uncovered');
  return (
    <button
      class="icon-button cover-eye"
      type="button"
      aria-pressed={covered}
      aria-label={words}
      title={words}
      onClick={cover.toggle}
    >
      <Icon name={covered ? 'covered' : 'shown'} />
    </button>
  );
}
