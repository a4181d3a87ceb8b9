import { OneOf } from '@/components/ui/one-of';
import type { Privacy } from '@/lib/domain/note';
import { t } from '@/lib/text/words';

/** The choice of who may see a note. */
export function SeenBy({ privacy, choose }: { privacy: Privacy; choose(next: Privacy): void }) {
  return (
    <OneOf
      look="segments"
      legend={t('note.seenBy')}
      chosen={privacy === 'private' ? 'me' : 'rep'}
      options={[
        { value: 'me', words: t('note.onlyMe'), icon: 'private' },
        { value: 'rep', words: t('note.shareable'), icon: 'people' },
      ]}
      choose={(value) => choose(value === 'me' ? 'private' : 'shareable')}
    />
  );
}

/** How the field of a note says who may see it. */
export function seenBy(privacy: Privacy): 'me' | 'rep' {
  return privacy === 'private' ? 'me' : 'rep';
}
