import type { RepView } from '@/lib/domain/views';
import { t } from '@/lib/text/words';

interface Props {
  rep: RepView;
  answer(onTeam: boolean): void;
}

/** "Is <rep> on your team?": asked until it is answered, and never as a dialog. */
export function TeamQuestion({ rep, answer }: Props) {
  const question = t('team.question', { rep: rep.name });
  return (
    <div class="question" role="group" aria-label={question}>
      <span>{question}</span>
      <span class="question-answers">
        <button class="button" type="button" onClick={() => answer(true)}>
          {t('team.yes')}
        </button>
        <button class="button" type="button" onClick={() => answer(false)}>
          {t('team.no')}
        </button>
      </span>
    </div>
  );
}
