import { describe, expect, it } from 'vitest';
import fc from 'fast-check';
import { speaker, type Sender, type Self } from '@/lib/messages/server/judge';

const self: Self = {
  id: 'us',
  panel: 'chrome-extension://us/panel.html',
  workspace: 'chrome-extension://us/workspace.html',
};
const page: Sender = { id: 'us', url: 'https://crm.example.com/deals/1', frameId: 0, tab: { id: 3 } };
const panel: Sender = {
  id: 'us',
  url: 'chrome-extension://dynamic/panel.html',
  frameId: 12,
  documentId: 'd',
  tab: { id: 3 },
};
const workspace: Sender = {
  id: 'us',
  url: 'chrome-extension://us/workspace.html#people',
  frameId: 0,
  tab: { id: 4 },
};

const beside: Sender = { id: 'us', url: 'chrome-extension://us/panel.html' };

describe('speaker', () => {
  it.each<[string, Sender]>([
    ['another extension', { ...panel, id: 'them' }],
    ['a web page by externally_connectable', { url: 'https://crm.example.com/', frameId: 0, tab: { id: 3 } }],
    ['a content script in a frame of the page', { ...page, frameId: 5 }],
    ['a content script in a file', { ...page, url: 'file:///deal.html' }],
    ['our panel opened as a page of its own', { ...panel, frameId: 0 }],
    ['our workspace inside a frame', { ...workspace, frameId: 2 }],
    ['another page of ours', { ...workspace, url: 'chrome-extension://us/other.html' }],
    ['a sender without a tab', { ...workspace, tab: undefined }],
    [
      'a page of another extension that we would answer',
      { ...workspace, url: 'chrome-extension://them/workspace.html' },
    ],
    ['a workspace of which nobody knows what it shows', { ...workspace, url: `${self.workspace}?examples` }],
    ['the example inside a frame', { ...workspace, url: `${self.workspace}?example`, frameId: 2 }],
    ['a side panel of another extension', { ...beside, id: 'them' }],
    [
      'a side panel with a page of another extension',
      { ...beside, url: 'chrome-extension://them/panel.html' },
    ],
    [
      'a panel under the address of a frame, in no tab',
      { ...beside, url: 'chrome-extension://dynamic/panel.html' },
    ],
    ['a panel framed in a side panel', { ...beside, frameId: 3 }],
    ['our panel opened as a tab of its own', { ...beside, frameId: 0, tab: { id: 3 } }],
    ['our panel in a tab that has no id', { ...beside, tab: {} }],
    ['our workspace in no tab', { ...beside, url: 'chrome-extension://us/workspace.html' }],
    ['a web page in no tab', { ...beside, url: 'https://crm.example.com/panel.html' }],
    ['a sender without an address', { ...page, url: undefined }],
    ['an address that is none', { ...page, url: 'not an address' }],
  ])('refuses %s', (_, sender) => {
    expect(speaker(sender, self)).toBeNull();
  });

  it('tells the four who may speak apart', () => {
    expect(speaker(page, self)).toEqual({ is: 'page', tab: 3, origin: 'https://crm.example.com' });
    expect(speaker(panel, self)).toEqual({ is: 'panel', tab: 3, document: 'd' });
    expect(speaker(workspace, self)).toEqual({ is: 'workspace', tab: 4, example: false });
    // Chromium names neither frame nor document of its side panel (measured); Firefox names the frame.
    expect(speaker(beside, self)).toEqual({ is: 'beside', document: null });
    expect(speaker({ ...beside, frameId: 0, documentId: 'd' }, self)).toEqual({
      is: 'beside',
      document: 'd',
    });
  });

  it('knows a workspace that shows the example by its address alone, and no other page by it', () => {
    const shown = { ...workspace, url: `${self.workspace}?example#people` };
    expect(speaker(shown, self)).toEqual({ is: 'workspace', tab: 4, example: true });
    const hidden = { ...workspace, url: `${self.workspace}#?example` };
    expect(speaker(hidden, self)).toEqual({ is: 'workspace', tab: 4, example: false });
    expect(speaker({ ...panel, url: `${panel.url}?example` }, self)).toEqual({
      is: 'panel',
      tab: 3,
      document: 'd',
    });
    expect(speaker({ ...page, url: 'https://crm.example.com/workspace.html?example' }, self)?.is).toBe(
      'page',
    );
  });

  it('never takes a web address for one of our pages, whatever its path', () => {
    fc.assert(
      fc.property(
        fc.webUrl({ withFragments: true, withQueryParameters: true }),
        fc.nat(20),
        (url, frameId) => {
          const who = speaker({ id: 'us', url, frameId, tab: { id: 1 } }, self);
          expect(who === null || who.is === 'page').toBe(true);
        },
      ),
    );
  });
});
