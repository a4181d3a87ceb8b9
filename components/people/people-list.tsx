import { Icon } from '@/components/ui/icons';
import { Monogram } from '@/components/ui/monogram';
import type { RepId } from '@/lib/domain/ids';
import type { PeopleView, PersonLine } from '@/lib/domain/views';
import { byName, count, list, t } from '@/lib/text/words';

/** The people by name, and by nothing else. */
export function inOrder(people: PersonLine[]): PersonLine[] {
  return people.toSorted((one, other) => byName(one.name, other.name));
}

/** What is kept about a person, in a few words. */
export function personWords(person: PersonLine): string {
  // Somebody of whom no deal was ever on screen has not none: nobody looked.
  const deals = person.deals === 0 ? [] : [count('people.deals', person.deals)];
  return list([count('people.notes', person.notes), ...deals]);
}

interface Props {
  view: PeopleView;
  open(rep: RepId): void;
}

/** The panel's list: each person opens the notes about them. */
export function PeopleList({ view, open }: Props) {
  if (view.people.length === 0) {
    return (
      <section class="empty">
        <p class="empty-words">{t('people.none')}</p>
      </section>
    );
  }
  return (
    <section class="section">
      <h2 class="section-head">
        {t('people.heading')} <small>{t('people.byName')}</small>
      </h2>
      <div class="rows">
        {inOrder(view.people).map((person) => (
          <button class="row row-who" type="button" key={person.id} onClick={() => open(person.id)}>
            <Monogram name={person.name} />
            <span class="row-words">
              <span class="row-name">{person.name}</span>
              <small>{personWords(person)}</small>
            </span>
            <Icon name="into" />
          </button>
        ))}
      </div>
    </section>
  );
}
