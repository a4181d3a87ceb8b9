import { SETTINGS_START } from '@/lib/domain/settings';
import type { SettingName, Settings } from '@/lib/domain/settings';
import type { OperationId } from '@/lib/domain/ids';
import type { Layout } from '@/lib/domain/site';
import { NO_PIPELINE, type Pipeline } from '@/lib/domain/stage';
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

/**
 * Changes what is known of the stages of one kind of record on one site.
 * @param key `site|object`
 */
export function changePipeline(
  store: Store,
  operation: OperationId | null,
  key: string,
  change: (known: Pipeline) => Pipeline,
): Promise<Done> {
  const kind = settingKind('stages');
  return store.commit(
    operation,
    async () => {
      const all = (await findToChange(store, kind, 'stages')) ?? {};
      return { id: key, writes: [put(kind, { ...all, [key]: change(all[key] ?? NO_PIPELINE) })] };
    },
    operation === null ? 'relaxed' : 'strict',
  );
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
