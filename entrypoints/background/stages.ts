import { kindNamed, kindsOf } from '@/lib/crm/interpret/stages';
import { certain } from '@/lib/domain/certain';
import type { SiteId } from '@/lib/domain/ids';
import type { Reading } from '@/lib/domain/reading';
import { NO_PIPELINE, type KnownStage, type Pipeline } from '@/lib/domain/stage';
import { changePipeline, setting } from '@/lib/store/settings';
import { recipeOf, type Background } from './background';
import type { Asked } from './asked';
import { Refused } from './refused';

/** The stages of each site: learned from what its pages show, corrected by the manager. */

const keyOf = (site: SiteId, { object }: Pick<Reading, 'object'>): string => `${site}|${object}`;

/** Remembers all stages in their order, where a page shows them. Nothing is written where it is as before. */
export async function learnStages({ store }: Background, site: SiteId, reading: Reading): Promise<void> {
  const { stages } = reading;
  if (stages === undefined || stages.length < 2) return;
  const known = (await setting(store, 'stages'))[keyOf(site, reading)] ?? NO_PIPELINE;
  if (known.order.join('\n') === stages.join('\n')) return;
  await changePipeline(store, null, keyOf(site, reading), (before) => ({ ...before, order: stages }));
}

/** The stage of a reading and what it is: by the manager's word, else by its name and its place among the others. */
export async function stageOf(
  { store }: Background,
  site: SiteId,
  reading: Reading,
): Promise<KnownStage | null> {
  const name = certain(reading, 'stage');
  if (name === null) return null;
  const known = (await setting(store, 'stages'))[keyOf(site, reading)] ?? NO_PIPELINE;
  return knownStage(name, { ...known, order: reading.stages ?? known.order }, reading);
}

function knownStage(name: string, { order, said }: Pipeline, reading: Reading): KnownStage {
  const own = Object.hasOwn(said, name) ? said[name] : undefined;
  if (own !== undefined) return { name, kind: own, said: true };
  const page = recipeOf(reading.crm)?.pages.find(({ object }) => object === reading.object);
  const at = order.indexOf(name);
  const kind = at < 0 ? kindNamed(name, page) : kindsOf(order, page)[at];
  return { name, kind: kind ?? 'own', said: false };
}

/** Keeps what the manager says that the stage on screen is. */
export async function sayKind(
  { store }: Background,
  { ask, operation, state }: Asked<'setStageKind'>,
): Promise<void> {
  const reading = state?.reading;
  if (!state?.site || !reading || state.is !== 'settled' || certain(reading, 'stage') !== ask.stage)
    throw new Refused('page-moved-on');
  await changePipeline(store, operation, keyOf(state.site, reading), (known) => ({
    ...known,
    said: { ...known.said, [ask.stage]: ask.kind },
  }));
}
