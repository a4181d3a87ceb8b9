import type { OperationId } from '@/lib/domain/ids';
import type { CommandName, Commands } from '@/lib/domain/views';
import type { TabState } from './memory';

/** A command, with who gives it. */
export interface Asked<N extends CommandName> {
  ask: Commands[N]['ask'];
  operation: OperationId;
  /** The page's clock, ISO with offset. */
  at: string;
  /** The tab that the asking panel shows; null for the workspace, and where that tab is no longer in front. */
  state: TabState | null;
  /** The asking panel, and its tab; null for the workspace. */
  session: string | null;
  tab: number | null;
}
