import { Gone, useLastWords } from '@/components/panel/panel';
import { Toast } from '@/components/notes/toast';
import { Readings } from '@/components/settings/readings';
import { NotAnswered, Settings } from '@/components/settings/settings';
import { Icon, Mark, type IconName } from '@/components/ui/icons';
import { Welcome } from '@/components/welcome/welcome';
import type { WorkspaceModel } from '@/lib/state/workspace';
import { t } from '@/lib/text/words';
import { PeoplePage } from './people-page';
import { PersonPage } from './person-page';

/** The full tab. */
export function Workspace({ workspace }: { workspace: WorkspaceModel }) {
  const lastWords = useLastWords();
  if (workspace.gone.value) return <Gone words={lastWords} />;
  if (workspace.route.value.page === 'welcome') return <Welcome persistence={workspace.persistence.value} />;
  return (
    <div class="workspace">
      <Nav workspace={workspace} />
      <Page workspace={workspace} />
      <Toast toast={workspace.toast} />
    </div>
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
    case 'readings':
      return readings && <Readings view={readings} />;
    default:
      return <PeoplePage workspace={workspace} />;
  }
}

function Nav({ workspace }: { workspace: WorkspaceModel }) {
  const { page } = workspace.route.value;
  return (
    <nav class="workspace-nav" aria-label={t('workspace.nav')}>
      <a class="brand" href="#welcome">
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
        <NavItem
          icon="settings"
          words={t('workspace.settings')}
          to="#settings"
          current={page === 'settings' || page === 'readings'}
        />
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
