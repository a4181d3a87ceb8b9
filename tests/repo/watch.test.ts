import { describe, expect, it } from 'vitest';
import { leaving } from '../e2e/support/watch';

const OURS = 'chrome-extension://abcdefgh';
const CRM = '127.0.0.1:4173';

/** A line of the browser's network log, as it writes it. */
const line = (initiator: string, url: string) =>
  `{"params":{"initiator":"${initiator}","method":"GET","url":"${url}"},"phase":1,"type":136},`;

describe('the watch over requests', () => {
  it('finds what the extension sends, also to the CRM itself', () => {
    expect(leaving(line(OURS, 'https://example.com/a'), OURS, [CRM])).toHaveLength(1);
    expect(leaving(line(OURS, `http://${CRM}/deals`), OURS, [CRM])).toHaveLength(1);
  });

  it('finds what a script in the page sends elsewhere', () => {
    expect(leaving(line(`http://${CRM}`, 'wss://example.com/'), OURS, [CRM])).toHaveLength(1);
  });

  it("lets pass the page's own requests, and the extension's own files", () => {
    expect(leaving(line(`http://${CRM}`, `http://${CRM}/assets/a.js`), OURS, [CRM])).toEqual([]);
    expect(leaving(line(OURS, `${OURS}/panel.html`), OURS, [CRM])).toEqual([]);
  });
});
