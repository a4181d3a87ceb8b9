import * as z from 'zod/mini';
import { NUMBER_FORMATS, type NumberFormat } from './number-format';
import { layoutSchema } from './schemas';
import type { Layout } from './site';
import { STAGE_KINDS, type Pipeline } from './stage';
import type { Theme } from './views';

/** What the user set, by name. */
export interface Settings {
  /** Where the panel stands, by origin. */
  layouts: Record<string, Layout>;
  theme: Theme;
  /** The stages of each site and kind of record, by `site|object`. */
  stages: Record<string, Pipeline>;
  /** How numbers and days are written on pages that do not tell; null: nobody said. */
  numberFormat: NumberFormat | null;
  /** Whether private text is covered when the workspace opens. In the panel it always is. */
  startsCovered: boolean;
  /** Whether the words on the first private note have been said. They are said once. */
  privateTold: boolean;
}
export type SettingName = keyof Settings;

export const SETTINGS_START: Settings = {
  layouts: {},
  theme: 'computer',
  stages: {},
  numberFormat: null,
  startsCovered: false,
  privateTold: false,
};

export const settingSchemas: { [Name in SettingName]: z.ZodMiniType<Settings[Name]> } = {
  layouts: z.record(z.string(), layoutSchema),
  theme: z.enum(['computer', 'day', 'night']),
  stages: z.record(
    z.string(),
    z.strictObject({ order: z.array(z.string()), said: z.record(z.string(), z.enum(STAGE_KINDS)) }),
  ),
  numberFormat: z.nullable(z.enum(NUMBER_FORMATS)),
  startsCovered: z.boolean(),
  privateTold: z.boolean(),
};
