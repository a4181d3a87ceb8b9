import { useEffect, useId, useRef } from 'preact/hooks';
import { inOrder } from './people-list';
import { Problem } from '@/components/ui/problem';
import type { PersonLine } from '@/lib/domain/views';
import type { NamePersonModel } from '@/lib/state/name-person';
import { refusalWords } from '@/lib/text/refusal';
import { t } from '@/lib/text/words';

interface Props {
  named: NamePersonModel;
  people: PersonLine[];
  /** The cursor goes there at once: somebody came to write. */
  focus: boolean;
}

/** A note on a person begins with the name, wherever the browser is. */
export function NamePerson({ named, people, focus }: Props) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);
  const asks = named.asks.value;
  const problem = named.problem.value;
  return (
    <form
      class="named"
      onSubmit={(event) => {
        event.preventDefault();
        void named.go();
      }}
    >
      <label class="field-label" for={id}>
        {t('named.label')}
      </label>
      <span class="named-row">
        <input
          class="input"
          id={id}
          ref={field}
          list={`${id}-people`}
          autocomplete="off"
          maxLength={200}
          placeholder={t('named.placeholder')}
          value={named.name.value}
          onInput={(event) => named.write(event.currentTarget.value)}
        />
        <datalist id={`${id}-people`}>
          {inOrder(people).map((person) => (
            <option key={person.id} value={person.name} />
          ))}
        </datalist>
        <button class="button" type="submit">
          {asks === null ? t('named.go') : t('named.add', { name: asks })}
        </button>
      </span>
      {asks !== null && (
        <p class="hint" role="status">
          {t('named.ask', { name: asks })}
        </p>
      )}
      {problem && <Problem>{refusalWords(problem)}</Problem>}
    </form>
  );
}
