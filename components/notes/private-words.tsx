import { createContext, type ComponentChildren } from 'preact';
import { useContext, useState } from 'preact/hooks';
import type { Privacy } from '@/lib/domain/note';
import type { CoverModel } from '@/lib/state/cover';
import { t } from '@/lib/text/words';

/** The cover of the screen that these words stand in; null where nothing is ever covered. */
export const CoverContext = createContext<CoverModel | null>(null);

/**
 * Words that may be only the manager's. While the screen is covered, hover or focus shows these alone, and readers are told
 * that something is covered. It keeps off passing eyes and is no lock.
 */
export function PrivateWords({ privacy, children }: { privacy: Privacy; children: ComponentChildren }) {
  const cover = useContext(CoverContext);
  const [focused, setFocused] = useState(false);
  if (privacy === 'shareable' || cover === null || !cover.covered.value) return <>{children}</>;
  return (
    <span
      class="cover-place"
      // Focus shows it, so the keyboard must reach it.
      tabIndex={0}
      role="note"
      aria-label={focused ? undefined : t('cover.covered')}
      data-says={t('cover.box')}
      onFocus={() => setFocused(true)}
      onBlur={() => setFocused(false)}
    >
      <span class="covered" aria-hidden={!focused}>
        {children}
      </span>
    </span>
  );
}
