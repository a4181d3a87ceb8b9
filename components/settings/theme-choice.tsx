import { OneOf } from '@/components/ui/one-of';
import type { Theme } from '@/lib/domain/views';
import { t } from '@/lib/text/words';

/** Day, night, or as the computer has it. */
export function ThemeChoice({ theme, choose }: { theme: Theme; choose(next: Theme): void }) {
  return (
    <OneOf<Theme>
      look="segments"
      legend={t('theme.name')}
      chosen={theme}
      options={[
        { value: 'computer', words: t('theme.computer') },
        { value: 'day', words: t('theme.day') },
        { value: 'night', words: t('theme.night') },
      ]}
      choose={choose}
    />
  );
}
