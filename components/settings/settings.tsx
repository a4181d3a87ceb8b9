import type { ComponentChildren } from 'preact';
import { Problem } from '@/components/ui/problem';
import { OneOf } from '@/components/ui/one-of';
import type { SettingsView } from '@/lib/domain/views';
import type { WorkspaceModel } from '@/lib/state/workspace';
import { persistenceWords } from '@/lib/text/persistence';
import { refusalWords } from '@/lib/text/refusal';
import { count, t } from '@/lib/text/words';
import { Data } from './data';
import { NumberFormatChoice } from './number-format';
import { Sites } from './sites';
import { ThemeChoice } from './theme-choice';

/** What is kept here, and where Sideline works. */
export function Settings({ view, workspace }: { view: SettingsView; workspace: WorkspaceModel }) {
  return (
    <div class="detail">
      <header class="detail-head">
        <div class="detail-title">
          <h1>{t('settings.title')}</h1>
          <p>{t('settings.question')}</p>
        </div>
      </header>
      <Sites view={view} settings={workspace.settings} today={workspace.today()} />
      <Kept view={view} workspace={workspace} />
      <Data transfer={workspace.transfer} today={workspace.today()} />
      <section class="stack-close">
        <h2>{t('settings.look')}</h2>
        <div>
          <ThemeChoice theme={workspace.theme.value} choose={(next) => void workspace.setTheme(next)} />
        </div>
      </section>
      <NumberFormatChoice
        format={view.numberFormat}
        choose={(format) => void workspace.setNumberFormat(format)}
      />
      <StartsCovered view={view} workspace={workspace} />
      <Keyboard />
      <p class="hint">
        <a href="#readings">{t('settings.developer')}</a>
      </p>
    </div>
  );
}

function Kept({ view, workspace }: { view: SettingsView; workspace: WorkspaceModel }) {
  const persistence = workspace.persistence.value;
  return (
    <section class="stack-close">
      <h2>{t('settings.kept')}</h2>
      <dl class="deal-card deal-card-wide">
        <Fact name={t('settings.keptWhat')}>{t('settings.keptWhatWords')}</Fact>
        <Fact name={t('settings.notKept')}>{t('settings.notKeptWords')}</Fact>
        <Fact name={t('settings.notes')}>{count('settings.notesKept', view.notes)}</Fact>
        <Fact name={t('settings.where')}>{t('settings.whereWords')}</Fact>
        {persistence && <Fact name={t('settings.howLong')}>{persistenceWords(persistence)}</Fact>}
        <Fact name={t('settings.removing')}>{t('settings.removingWords')}</Fact>
        <Fact name={t('settings.whoReads')}>{t('settings.whoReadsWords')}</Fact>
        <Fact name={t('settings.law')}>{t('settings.lawWords')}</Fact>
      </dl>
      {persistence === 'not-promised' && (
        <div class="button-row">
          <button class="button button-small" type="button" onClick={() => void workspace.persist()}>
            {t('settings.askPersist')}
          </button>
        </div>
      )}
    </section>
  );
}

function StartsCovered({ view, workspace }: { view: SettingsView; workspace: WorkspaceModel }) {
  return (
    <section class="stack-close">
      <h2 class="section-head">
        {t('settings.startsCovered')} <small>{t('settings.startsHint')}</small>
      </h2>
      <div>
        <OneOf
          look="segments"
          legend={t('settings.startsCovered')}
          chosen={view.startsCovered ? 'covered' : 'shown'}
          options={[
            { value: 'shown', words: t('settings.startsShown'), icon: 'shown' },
            { value: 'covered', words: t('settings.startsHidden'), icon: 'covered' },
          ]}
          choose={(value) => void workspace.setStartsCovered(value === 'covered')}
        />
      </div>
    </section>
  );
}

function Keyboard() {
  return (
    <section class="stack-close">
      <h2>{t('settings.keyboard')}</h2>
      <dl class="deal-card deal-card-wide">
        <Fact name={t('settings.toggle')}>
          <kbd>Alt+Shift+S</kbd>
        </Fact>
        <Fact name={t('settings.jot')}>
          <kbd>Alt+Shift+J</kbd>
        </Fact>
        <Fact name={t('beside.open')}>
          <kbd>Alt+Shift+L</kbd>
        </Fact>
        <Fact name={t('settings.coverKey')}>
          <kbd>Alt+Shift+U</kbd>
        </Fact>
        <Fact name={t('settings.keepKeys')}>
          <kbd>{t('note.keepKeys')}</kbd>
        </Fact>
      </dl>
      <p class="hint">{t('settings.keysHint')}</p>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <div class="field-read">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Why a page of the workspace could not be filled. */
export function NotAnswered({ workspace }: { workspace: WorkspaceModel }) {
  const { view, problem } = workspace.settings;
  if (view.value !== null || problem.value === null) return null;
  return <Problem>{refusalWords(problem.value)}</Problem>;
}
