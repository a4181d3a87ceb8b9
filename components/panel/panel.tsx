import { useState } from 'preact/hooks';
import { Filters } from '@/components/find/filters';
import { Found } from '@/components/find/found';
import { SearchBox } from '@/components/find/search-box';
import { Here, HereFoot } from '@/components/here/here';
import { CoverEye } from '@/components/notes/cover-eye';
import { NoteBox } from '@/components/notes/note-box';
import { CoverContext } from '@/components/notes/private-words';
import { Toast } from '@/components/notes/toast';
import { NamePerson } from '@/components/people/name-person';
import { PeopleList } from '@/components/people/people-list';
import { PersonScreen } from '@/components/people/person-screen';
import { Problem } from '@/components/ui/problem';
import type { RepView } from '@/lib/domain/views';
import type { PanelModel, Tab } from '@/lib/state/panel';
import { refusalWords } from '@/lib/text/refusal';
import { t } from '@/lib/text/words';
import { Menu } from './menu';
import { OtherPanel } from './other-panel';

/** The whole panel. While nothing is known about the page, nothing is shown. */
export function Panel({ panel }: { panel: PanelModel }) {
  const lastWords = useLastWords();
  if (panel.gone.value) return <Gone words={lastWords} />;
  return (
    <CoverContext.Provider value={panel.cover}>
      <Whole panel={panel} />
    </CoverContext.Provider>
  );
}

function Whole({ panel }: { panel: PanelModel }) {
  const view = panel.here.view.value;
  const onHere = panel.tab.value === 'here';
  const off = view?.is === 'off';
  const problem = panel.problem.value ?? (onHere ? panel.here.problem : panel.people.problem).value;
  if (view === null && problem === null) return null;
  return (
    <div class="panel" data-covered={panel.pageCover.off.value}>
      <Bar panel={panel} off={off} />
      <main class="panel-body" data-screen={screenName(panel)}>
        {problem && <Problem>{refusalWords(problem)}</Problem>}
        {onHere && view && <Here view={view} panel={panel} />}
        {panel.tab.value === 'people' && <PeopleOrPerson panel={panel} />}
        {panel.tab.value === 'find' && <FindScreen panel={panel} />}
      </main>
      <div class="panel-end">
        <Covered panel={panel} />
        <Toast toast={panel.toast} />
        {onHere && <HereEnd panel={panel} />}
        {panel.tab.value === 'people' && <PersonEnd panel={panel} />}
      </div>
    </div>
  );
}

/** Said as soon as it is so: a button that does nothing without a word is a fault. */
function Covered({ panel }: { panel: PanelModel }) {
  return (
    <div role="status">
      {panel.pageCover.covered.value && <p class="panel-covered">{t('beside.covered')}</p>}
    </div>
  );
}

function Bar({ panel, off }: { panel: PanelModel; off: boolean }) {
  const current = panel.tab.value;
  return (
    <header class="panel-bar">
      <h1 class="out-of-sight">{t(`${current}.title`)}</h1>
      <nav class="tabs" aria-label={t('bar.name')}>
        {(off ? TABS.slice(0, 1) : TABS).map((tab) => (
          <TabButton
            key={tab}
            words={t(`bar.${tab}`)}
            current={tab === current}
            open={() => void panel.show(tab)}
          />
        ))}
      </nav>
      <div class="panel-tools">
        {!off && <CoverEye cover={panel.cover} />}
        <Menu panel={panel} off={off} />
      </div>
    </header>
  );
}

const TABS: readonly Tab[] = ['here', 'people', 'find'];

function TabButton({ words, current, open }: { words: string; current: boolean; open(): void }) {
  return (
    <button class="tab" type="button" {...(current && { 'aria-current': 'page' })} onClick={open}>
      {words}
    </button>
  );
}

function PeopleOrPerson({ panel }: { panel: PanelModel }) {
  const person = panel.person.view.value;
  const people = panel.people.view.value;
  if (panel.person.rep.value !== null) {
    return person ? (
      <PersonScreen
        view={person}
        notes={panel.personNotes}
        setKept={(id, kept) => void panel.setKept(id, kept)}
        today={panel.today()}
        back={() => void panel.show('people')}
        answerTeam={(onTeam) => void panel.answerTeam(person.rep.id, onTeam)}
      />
    ) : null;
  }
  if (people === null) return null;
  return (
    <>
      <NamePerson named={panel.namePerson} people={people.people} focus />
      <PeopleList view={people} open={(rep) => void panel.show('people', rep)} />
    </>
  );
}

function FindScreen({ panel }: { panel: PanelModel }) {
  const { find } = panel;
  return (
    <>
      <SearchBox words={find.words.value} look={(words) => void find.look(words)} focus />
      <Filters find={find} people={panel.people.view.value?.people ?? []} />
      <Found
        find={find}
        notes={panel.foundNotes}
        today={panel.today()}
        atFirst={5}
        openPerson={(rep) => void panel.show('people', rep)}
      />
    </>
  );
}

function HereEnd({ panel }: { panel: PanelModel }) {
  const view = panel.here.view.value;
  if (view === null) return null;
  if (view.is !== 'deal') return <HereFoot view={view} panel={panel} />;
  if (!panel.pen.here.value) return <OtherPanel panel={panel} />;
  const place = view.deal.name ?? t('note.deal');
  const { key, rep } = view.deal;
  return (
    <NoteBox key={key} box={panel.hereBox} place={place} rep={rep?.name ?? null} once={once(panel, rep)} />
  );
}

function PersonEnd({ panel }: { panel: PanelModel }) {
  const view = panel.person.view.value;
  if (view === null) return null;
  if (!panel.pen.here.value) return <OtherPanel panel={panel} />;
  const { id, name } = view.rep;
  return <NoteBox key={id} box={panel.personBox} place={name} rep={name} once={once(panel, view.rep)} />;
}

/** Said while the first private note is written, and never after. */
function once(panel: PanelModel, rep: RepView | null): string | null {
  if (panel.settings.view.value?.privateTold !== false) return null;
  return rep ? t('note.once', { rep: rep.name }) : t('note.onceNoRep');
}

function screenName(panel: PanelModel): string {
  if (panel.tab.value === 'find') return 'find';
  if (panel.tab.value === 'here') return panel.here.view.value?.is ?? '';
  return panel.person.rep.value === null ? 'people' : 'person';
}

/** The words of `Gone`, fetched while they still can be: replaced, the extension has no words any more (measured). */
export function useLastWords(): string {
  const [words] = useState(() => t('gone'));
  return words;
}

/** The extension was replaced under this page: what stood here may be out of date, so it is gone. */
export function Gone({ words }: { words: string }) {
  return (
    <main class="panel-body" data-screen="gone">
      <p class="empty-words" role="alert">
        {words}
      </p>
    </main>
  );
}
