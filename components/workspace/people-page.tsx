import { NamePerson } from '@/components/people/name-person';
import { inOrder } from '@/components/people/people-list';
import { Monogram } from '@/components/ui/monogram';
import { Problem } from '@/components/ui/problem';
import type { PersonLine } from '@/lib/domain/views';
import { EXAMPLE_LINK } from '@/lib/state/example';
import { personHash, type WorkspaceModel } from '@/lib/state/workspace';
import { refusalWords } from '@/lib/text/refusal';
import { day, number, t } from '@/lib/text/words';

/** Everyone who was read, by name. */
export function PeoplePage({ workspace }: { workspace: WorkspaceModel }) {
  const view = workspace.people.view.value;
  const problem = workspace.people.problem.value;
  return (
    <div class="detail">
      <header class="detail-head">
        <div class="detail-title">
          <h1>{t('people.heading')}</h1>
          <p>{t('people.seenHint')}</p>
        </div>
      </header>
      {problem && <Problem>{refusalWords(problem)}</Problem>}
      {view && <NamePerson named={workspace.namePerson} people={view.people} focus />}
      {view?.people.length === 0 && (
        <div class="empty">
          <p class="empty-words">{t('people.none')}</p>
          {!workspace.example.shown.value && <a href={EXAMPLE_LINK}>{t('example.look')}</a>}
        </div>
      )}
      {view && view.people.length > 0 && <PeopleTable people={view.people} today={workspace.today()} />}
    </div>
  );
}

function PeopleTable({ people, today }: { people: PersonLine[]; today: string }) {
  return (
    <table class="table" data-rows>
      <thead>
        <tr>
          <th scope="col">{t('people.columnName')}</th>
          <th scope="col">{t('people.columnTeam')}</th>
          <th scope="col" class="number">
            {t('people.columnNotes')}
          </th>
          <th scope="col" class="number">
            {t('people.columnDeals')}
          </th>
          <th scope="col">{t('people.columnSeen')}</th>
        </tr>
      </thead>
      <tbody>
        {inOrder(people).map((person) => (
          <PersonRow key={person.id} person={person} today={today} />
        ))}
      </tbody>
    </table>
  );
}

function PersonRow({ person, today }: { person: PersonLine; today: string }) {
  return (
    <tr>
      <td>
        <a class="table-who" href={personHash(person.id)}>
          <Monogram name={person.name} size="small" />
          {person.name}
        </a>
      </td>
      <td class={person.onTeam ? undefined : 'quiet'} data-wide>
        {teamWords(person.onTeam)}
      </td>
      <td class="number" data-label={t('people.columnNotes')}>
        {number(person.notes)}
      </td>
      {person.lastSeen === null ? (
        <td class="quiet" colSpan={2} data-label="">
          {t('people.notSeen')}
        </td>
      ) : (
        <>
          <td class="number" data-label={t('people.columnDeals')}>
            {number(person.deals)}
          </td>
          <td class="nowrap" data-label={t('people.columnSeen')}>
            {day(person.lastSeen, today)}
          </td>
        </>
      )}
    </tr>
  );
}

/** What the manager said about this person. */
export function teamWords(onTeam: boolean | null): string {
  if (onTeam === null) return t('team.notAsked');
  return onTeam ? t('team.onTeam') : t('team.notOnTeam');
}
