import { render } from '@testing-library/preact';
import { Panel as Screen } from '@/components/panel/panel';
import type { HereView } from '@/lib/domain/views';
import { Panel, type PanelNeeds } from '@/lib/state/panel';
import { ANA, BRUNO, fakeClient, handTimer, note, NO_NOTES, NOTES, TODAY, type FakeClient } from './fakes';

/** The whole panel on one view of the page, with a background in the test's own hands. */
export async function showPanel(
  view: HereView,
  answers: FakeClient['answers'] = {},
  granted = true,
  more: Partial<PanelNeeds> = {},
) {
  const client = fakeClient({
    here: view,
    dealNotes: NOTES,
    people: {
      people: [
        { ...BRUNO, notes: 6, deals: 9, lastSeen: TODAY },
        { ...ANA, notes: 1, deals: 1, lastSeen: null },
      ],
    },
    person: { rep: ANA, promises: [], facts: null, notes: NO_NOTES, draft: null },
    settings: { sites: [], theme: 'computer', notes: 3, startsCovered: false, privateTold: true },
    find: { notes: [{ ...note(9, 'found'), repName: ANA.name }], count: 1, before: null, people: [] },
    keepNote: { note: note(9, 'kept') },
    ...answers,
  });
  const timer = handTimer();
  const opened: string[] = [];
  const asked: string[] = [];
  const panel = new Panel({
    client,
    later: timer.later,
    grants: {
      grant: (origin) => Promise.resolve((asked.push(origin), granted)),
      revoke: () => Promise.resolve(),
    },
    today: () => TODAY,
    openWorkspace: (route) => opened.push(route),
    off: view.is === 'off',
    theme: 'computer',
    ...more,
  });
  await panel.start();
  const screen = render(<Screen panel={panel} />);
  return { ...screen, client, panel, timer, opened, asked };
}
