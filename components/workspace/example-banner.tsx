import { Problem } from '@/components/ui/problem';
import type { ExampleModel } from '@/lib/state/example';
import { refusalWords } from '@/lib/text/refusal';
import { t } from '@/lib/text/words';

/** Above everything while the example team is shown: that it is one, and the way out. */
export function ExampleBanner({ example }: { example: ExampleModel }) {
  const problem = example.problem.value;
  return (
    <aside aria-label={t('example.name')}>
      <p class="banner">
        <span>{t('example.banner')}</span>
        <button type="button" onClick={() => void example.leave()}>
          {t('example.leave')}
        </button>
      </p>
      {problem && <Problem>{refusalWords(problem)}</Problem>}
    </aside>
  );
}
