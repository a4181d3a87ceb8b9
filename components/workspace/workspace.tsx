import { SearchBox } from '@/components/find/search-box';
import { CoverEye } from '@/components/notes/cover-eye';
import { CoverContext } from '@/components/notes/private-words';
import { Gone, useLastWords } from '@/components/panel/panel';
import { Toast } from '@/components/notes/toast';
import { Readings } from '@/components/settings/readings';
import { NotAnswered, Settings } from '@/components/settings/settings';
import { Icon, Mark, type IconName } from '@/components/ui/icons';
import { Welcome } from '@/components/welcome/welcome';
import type { WorkspaceModel } from '@/lib/state/workspace';
import { t } from '@/lib/text/words';
import { ExampleBanner } from './example-banner';
import { NotesPage } from './notes-page';
import { PeoplePage } from './people-page';
import { PersonPage } from './person-page';

/** The full tab. */
export function Workspace({ workspace }: { workspace: WorkspaceModel }) {
  const lastWords = useLastWords();
  if (workspace.gone.value) return <Gone words={lastWords} />;
  const { example } = workspace;
  if (example.shown.value) {
    return (
      <div class="under-banner">
        <ExampleBanner example={example} />
        <Frame workspace={workspace} />
      </div>
    );
  }
  if (workspace.route.value.page === 'welcome')
    return (
      <>
        <Welcome persistence={workspace.persistence.value} />
        <Toast toast={workspace.toast} />
      </>
    );
  return <Frame workspace={workspace} />;
}

function Frame({ workspace }: { workspace: WorkspaceModel }) {
  return (
    <CoverContext.Provider value={workspace.cover}>
      <div class="workspace">
        <Nav workspace={workspace} />
        <Top workspace={workspace} />
        <Page workspace={workspace} />
        <Toast toast={workspace.toast} />
      </div>
    </CoverContext.Provider>
  );
}

/** The search over everything, and the cover. Looking for something leads to the page of notes. */
function Top({ workspace }: { workspace: WorkspaceModel }) {
  const { find } = workspace;
  const look = (words: string) => {
    void find.look(words);
    if (workspace.route.value.page !== 'notes') location.hash = '#notes';
  };
  return (
    <header class="workspace-search">
      <SearchBox words={find.words.value} look={look} enter={() => void find.open()} keys="Ctrl K" />
      <CoverEye cover={workspace.cover} />
    </header>
  );
}

function Page({ workspace }: { workspace: WorkspaceModel }) {
  const { page } = workspace.route.value;
  if (page === 'person') return <PersonPage workspace={workspace} />;
  return (
    <main class="workspace-page" data-whole data-screen={page}>
      <section class="workspace-detail">
        <NotAnswered workspace={workspace} />
        <Whole workspace={workspace} />
      </section>
    </main>
  );
}

function Whole({ workspace }: { workspace: WorkspaceModel }) {
  const settings = workspace.settings.view.value;
  const readings = workspace.readings.view.value;
  switch (workspace.route.value.page) {
    case 'settings':
      return settings && <Settings view={settings} workspace={workspace} />;
    case 'notes':
      return <NotesPage workspace={workspace} />;
    case 'readings':
      return readings && <Readings view={readings} />;
    default:
      return <PeoplePage workspace={workspace} />;
  }
}

function Nav({ workspace }: { workspace: WorkspaceModel }) {
  const { page } = workspace.route.value;
  const isExample = workspace.example.shown.value;
  return (
    <nav class="workspace-nav" aria-label={t('workspace.nav')}>
      <a class="brand" href={isExample ? '#people' : '#welcome'}>
        <Mark />
        <span>{t('extName')}</span>
      </a>
      <div class="nav">
        <NavItem
          icon="people"
          words={t('workspace.people')}
          to="#people"
          current={page === 'people' || page === 'person'}
        />
        <NavItem icon="notes" words={t('workspace.notes')} to="#notes" current={page === 'notes'} />
        {!isExample && (
          <NavItem
            icon="settings"
            words={t('workspace.settings')}
            to="#settings"
            current={page === 'settings' || page === 'readings'}
          />
        )}
      </div>
      <div class="nav-foot">
        <span class="hint">{t('workspace.local')}</span>
      </div>
    </nav>
  );
}

function NavItem(props: { icon: IconName; words: string; to: string; current: boolean }) {
  return (
    <a class="nav-item" href={props.to} {...(props.current && { 'aria-current': 'page' })}>
      <Icon name={props.icon} />
      <span>{props.words}</span>
    </a>
  );
}
