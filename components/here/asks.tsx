import { Icon } from '@/components/ui/icons';
import type { Ask } from '@/lib/domain/ask';
import { questionOf, reasonOf } from '@/lib/text/ask';
import { t } from '@/lib/text/words';

interface Props {
  asks: Ask[];
  /** Whom to ask; null where nobody knows whose deal it is. */
  rep: string | null;
  today: string;
  /** Puts the question into the note box, so that the answer is typed below it. */
  ask(prompt: Ask['prompt'], question: string): void;
}

/** What to ask the rep, each with the row that is its reason. Without one nothing stands here. */
export function Asks({ asks, rep, today, ask }: Props) {
  if (asks.length === 0) return null;
  // Made anew when the list changes: the browser closes what is put beside an open one of the same name.
  const list = asks.map(({ prompt }) => prompt).join();
  return (
    <section class="section">
      <h2 class="section-head">{rep === null ? t('ask.heading') : t('ask.headingOf', { rep })}</h2>
      <div class="asks" key={list}>
        {asks.map(({ prompt, cause }, at) => {
          const question = questionOf(prompt);
          return (
            <details class="ask" name="ask" key={prompt} open={at === 0} data-prompt={prompt} data-line>
              <summary>
                <span class="ask-words">{question}</span>
                <Icon name="open" />
              </summary>
              <div class="ask-more">
                <p class="ask-why" data-cause={cause.field}>
                  {reasonOf(cause, today)}
                </p>
                <button
                  class="button button-small"
                  type="button"
                  aria-label={t('ask.askThis', { question })}
                  title={t('ask.writes')}
                  onClick={() => ask(prompt, question)}
                >
                  <Icon name="write" />
                  {t('ask.ask')}
                </button>
              </div>
            </details>
          );
        })}
      </div>
    </section>
  );
}
