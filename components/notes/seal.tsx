import { Icon } from '@/components/ui/icons';
import type { Privacy } from '@/lib/domain/note';
import { t } from '@/lib/text/words';

/** Who may see a note, in words and by its icon; the edge of the note says it a third time. */
export function Seal({ privacy }: { privacy: Privacy }) {
  return privacy === 'private' ? (
    <span class="seal" data-seen-by="me">
      <Icon name="private" />
      {t('note.onlyMe')}
    </span>
  ) : (
    <span class="seal" data-seen-by="rep">
      <Icon name="people" />
      {t('note.shareable')}
    </span>
  );
}
