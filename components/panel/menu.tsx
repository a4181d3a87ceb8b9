import { useRef } from 'preact/hooks';
import { Icon } from '@/components/ui/icons';
import { ThemeChoice } from '@/components/settings/theme-choice';
import type { PanelModel } from '@/lib/state/panel';
import { t } from '@/lib/text/words';

/** The panel's menu. Escape and a click beside it close it: the browser's own popover does that. */
export function Menu({ panel, off }: { panel: PanelModel; off: boolean }) {
  const menu = useRef<HTMLDivElement>(null);
  const then = (run: () => void) => () => {
    menu.current?.hidePopover();
    run();
  };
  const inPage = [
    { words: t('bar.left'), run: () => void panel.place('left') },
    { words: t('bar.right'), run: () => void panel.place('right') },
    { words: t('bar.collapse'), run: () => void panel.collapse() },
    ...(panel.mayOpenBeside.value ? [{ words: t('beside.open'), run: () => panel.openBeside() }] : []),
    null,
  ];
  const items = [
    ...(panel.stands.value === 'beside' ? [] : inPage),
    { words: t('bar.workspace'), run: () => panel.openWorkspace('people') },
    { words: t('bar.settings'), run: () => panel.openWorkspace('settings') },
  ];
  return (
    <>
      <button class="icon-button" type="button" popovertarget="menu" aria-label={t('bar.menu')}>
        <Icon name="menu" />
      </button>
      <div class="menu" id="menu" popover="auto" ref={menu}>
        {items.map((item) =>
          item === null ? (
            <hr key="line" />
          ) : (
            <button class="menu-item" type="button" key={item.words} onClick={then(item.run)}>
              {item.words}
            </button>
          ),
        )}
        {!off && (
          <div class="menu-part">
            <span class="hint">{t('theme.name')}</span>
            <ThemeChoice theme={panel.theme.value} choose={(next) => void panel.setTheme(next)} />
          </div>
        )}
      </div>
    </>
  );
}
