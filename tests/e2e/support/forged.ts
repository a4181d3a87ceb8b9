import { createHash, generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CommandName, Commands, ViewName, Views } from '@/lib/domain/views';
import type { FromScreen } from '@/lib/messages/protocol';

/** What an attacker would send: one well-formed message of every kind that only a screen may send. */

/** What is asked about; the ids are true ones, as if the attacker had got hold of them. */
export interface Known {
  session: string;
  deal: string;
  rep: string;
  note: string;
  site: string;
}

/** The types make these lists whole: a view or a command that is added must be added here. */
export function everyScreenMessage(known: Known): FromScreen[] {
  const { session, deal, rep, note, site } = known;
  const place = { deal, rep };
  const words = { text: 'Forged', privacy: 'private' } as const;
  const draft = {
    place,
    ...words,
    kind: 'promise',
    asked: null,
    promise: { who: 'rep', due: null },
  } as const;
  const views: { [N in ViewName]: Views[N]['ask'] } = {
    here: {},
    dealNotes: { deal, before: null },
    listRows: { owner: null, after: 0 },
    report: { deal },
    people: {},
    person: { rep, before: null },
    find: { words: '', rep: null, deal: null, kind: null, before: null },
    settings: {},
    readings: {},
    exportPart: { after: null },
  };
  const commands: { [N in CommandName]: Commands[N]['ask'] } = {
    keepNote: draft,
    turnNote: { id: note, kind: 'praise' },
    setTerms: { id: note, who: 'rep', due: null },
    setKept: { id: note, kept: true },
    editNote: { id: note, revision: 1, ...words },
    removeNote: { id: note },
    restoreNote: { id: note },
    keepDraft: draft,
    setStageKind: { stage: 'Forged', kind: 'won' },
    addTeam: { owners: ['forged'] },
    addPerson: { name: 'Forged' },
    setNumberFormat: { format: 'de-DE' },
    setStartsCovered: { covered: true },
    answerTeam: { rep, onTeam: false },
    sayOwner: { deal, rep: null, name: 'Forged' },
    answerSame: { deal, same: false },
    turnOn: { origin: 'http://127.0.0.1:9' },
    turnOff: { site },
    joinSites: { site, into: rep },
    setTheme: { theme: 'night' },
    place: { side: 'left' },
    collapse: {},
    importBegin: { head: { sideline: 1, version: 1, exportedAt: '2026-11-24', counts: {} } },
    importPart: { file: 'forged', pass: 'check', number: 0, kind: 'notes', items: [] },
    importEnd: { file: 'forged', pass: 'drop' },
    eraseEverything: {},
    enterExample: {},
    leaveExample: {},
    writeHere: {},
  };
  const at = new Date().toISOString();
  const all: FromScreen[] = [
    { from: 'screen', name: 'hello', token: session, ancestors: [], at },
    { from: 'screen', name: 'beside', window: 1, at },
  ];
  for (const as of [null, session]) {
    for (const [view, ask] of Object.entries(views))
      all.push({ from: 'screen', name: 'view', session: as, view: view as ViewName, ask, at });
    for (const [command, ask] of Object.entries(commands)) {
      const operation = `forged-${command}-${String(as)}`;
      all.push({
        from: 'screen',
        name: 'command',
        session: as,
        command: command as CommandName,
        operation,
        ask,
        at,
      });
    }
  }
  return all;
}

/** Another extension, with a page and a script in every site: whatever it sends comes from its own id. */
export function makeOtherExtension(): { folder: string; id: string } {
  const folder = mkdtempSync(join(tmpdir(), 'sideline-other-'));
  // The key decides the id, so that the test knows it wherever the folder is.
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = publicKey.export({ type: 'spki', format: 'der' });
  const digest = createHash('sha256').update(key).digest('hex').slice(0, 32);
  const id = [...digest].map((digit) => String.fromCharCode(97 + Number.parseInt(digit, 16))).join('');
  const manifest = {
    manifest_version: 3,
    name: 'Other',
    version: '0.0.1',
    key: key.toString('base64'),
    content_scripts: [{ matches: ['http://*/*'], js: ['script.js'] }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'page.html'), '<!doctype html><title>Other</title>');
  writeFileSync(join(folder, 'script.js'), '');
  return { folder, id };
}
