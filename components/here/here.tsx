import type { HereView } from '@/lib/domain/views';
import type { PanelModel } from '@/lib/state/panel';
import { DealScreen } from './deal-screen';
import { ListFoot, ListScreen } from './list-screen';
import { OffFoot, OffScreen } from './off-screen';
import {
  DoubtedScreen,
  ElsewhereScreen,
  NothingScreen,
  PersonFoot,
  ReadingScreen,
  UnknownScreen,
  UnsureScreen,
} from './other-screens';

interface Props {
  view: HereView;
  panel: PanelModel;
}

/** What the page in this tab calls for. */
export function Here({ view, panel }: Props) {
  switch (view.is) {
    case 'nothing':
      return <NothingScreen panel={panel} />;
    case 'off':
      return <OffScreen view={view} panel={panel} />;
    case 'reading':
      return <ReadingScreen />;
    case 'deal':
      return <DealScreen deal={view.deal} panel={panel} />;
    case 'doubted':
      return <DoubtedScreen view={view} panel={panel} />;
    case 'unsure':
      return <UnsureScreen view={view} panel={panel} />;
    case 'list':
      return <ListScreen list={view.list} panel={panel} />;
    case 'elsewhere':
      return <ElsewhereScreen view={view} panel={panel} />;
    case 'unknown':
      return <UnknownScreen />;
  }
}

/** The one act at the foot, where the screen has no note box. */
export function HereFoot({ view, panel }: Props) {
  if (view.is === 'off') return <OffFoot view={view} panel={panel} />;
  if (view.is === 'list') return <ListFoot list={view.list} panel={panel} />;
  return view.is === 'unsure' || view.is === 'unknown' ? <PersonFoot panel={panel} /> : null;
}
