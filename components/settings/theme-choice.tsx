import { Segments } from '@/components/ui/segments';
import type { Theme } from '@/lib/domain/views';
import { t } from '@/lib/text/words';

/** Day, night, or as the computer has it. */
export function ThemeChoice({ theme, choose }: { theme: Theme; choose(next: Theme): void }) {
  return (
    <Segments<Theme>
      legend={t('theme.name')}
      chosen={theme}
      segments={[
        { value: 'computer', words: t('theme.computer') },
        { value: 'day', words: t('theme.day') },
        { value: 'night', words: t('theme.night') },
      ]}
      choose={choose}
    />
  );
}
