import { useId, useState } from 'preact/hooks';
import type { RepId } from '@/lib/domain/ids';
import type { DealView, RepView } from '@/lib/domain/views';
import { byName, t } from '@/lib/text/words';

interface Props {
  deal: DealView;
  say(rep: RepId | null, name: string | null): void;
}

const SOMEONE_ELSE = 'new';

/** "Whose deal is this?": asked once where the owner was not read, and remembered for this deal. */
export function WhoseDeal({ deal, say }: Props) {
  const [chosen, choose] = useState('');
  const [name, write] = useState('');
  const people = deal.people.toSorted((one, other) => byName(one.name, other.name));
  const isNew = people.length === 0 || chosen === SOMEONE_ELSE;
  const ready = isNew ? name.trim() !== '' : chosen !== '';
  return (
    <form
      class="ask-card"
      data-line
      onSubmit={(event) => {
        event.preventDefault();
        if (ready) say(isNew ? null : chosen, isNew ? name.trim() : null);
      }}
    >
      <h2>{t('whose.question')}</h2>
      <p class="hint">{deal.askOwner === 'unsure' ? t('whose.unsure') : t('whose.missing')}</p>
      {people.length > 0 && <PersonChoice people={people} chosen={chosen} choose={choose} />}
      {isNew && <NewName name={name} write={write} />}
      <div class="ask-card-foot">
        <button class="button button-small" type="submit">
          {t('whose.remember')}
        </button>
      </div>
    </form>
  );
}

function PersonChoice(props: { people: RepView[]; chosen: string; choose(chosen: string): void }) {
  return (
    <select
      class="select"
      required
      aria-label={t('whose.person')}
      value={props.chosen}
      onChange={(event) => props.choose(event.currentTarget.value)}
    >
      <option value="">{t('whose.choose')}</option>
      {props.people.map((person) => (
        <option key={person.id} value={person.id}>
          {person.name}
        </option>
      ))}
      <option value={SOMEONE_ELSE}>{t('whose.someoneElse')}</option>
    </select>
  );
}

function NewName({ name, write }: { name: string; write(name: string): void }) {
  const id = useId();
  return (
    <div class="field">
      <label class="field-label" for={id}>
        {t('whose.name')}
      </label>
      <input
        class="input"
        id={id}
        autocomplete="off"
        required
        pattern=".*\S.*"
        value={name}
        onInput={(event) => write(event.currentTarget.value)}
      />
    </div>
  );
}
