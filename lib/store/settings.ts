import { SETTINGS_START } from '@/lib/domain/settings';
import type { SettingName, Settings } from '@/lib/domain/settings';
import type { Layout } from '@/lib/domain/site';
import { put } from './write';
import type { Done } from './commit';
import { settingKind } from './kinds';
import { find, findToChange } from './read';
import type { Store } from './store';

/** A setting, or what it is before anybody set it. */
export async function setting<Name extends SettingName>(store: Store, name: Name): Promise<Settings[Name]> {
  return (await find(store, settingKind(name), name)) ?? SETTINGS_START[name];
}

/** Sets a setting. The same twice does no harm, so it takes no operation id. */
export function set<Name extends SettingName>(
  store: Store,
  name: Name,
  value: Settings[Name],
): Promise<Done> {
  return store.commit(null, async () => ({ id: name, writes: [put(settingKind(name), value)] }));
}

/** Remembers where the panel stands on the pages of one origin. */
export function setLayout(store: Store, origin: string, layout: Layout): Promise<Done> {
  return store.commit(
    null,
    async () => {
      const kind = settingKind('layouts');
      const layouts = (await findToChange(store, kind, 'layouts')) ?? {};
      return { id: 'layouts', writes: [put(kind, { ...layouts, [origin]: layout })] };
    },
    'relaxed',
  );
}
