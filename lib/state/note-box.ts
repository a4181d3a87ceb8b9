import { createModel, signal } from '@preact/signals';
import { TERMS_START, type PromiseTerms } from '@/lib/domain/commitment';
import type { Draft } from '@/lib/domain/draft';
import type { OperationId, PromptId } from '@/lib/domain/ids';
import { NOTE_LIMIT, type NoteKind, type NotePlace, type Privacy } from '@/lib/domain/note';
import type { Refusal } from '@/lib/domain/refusal';
import type { Client, Later } from '@/lib/messages/client';
import type { ToastModel } from './toast';

/** How long after the last key a draft is sent, in ms. */
export const DRAFT_AFTER = 300;

/** Which box this is: a deal's own, whoever owns it, or a person's. */
export function placeKey(place: NotePlace): string {
  return place.deal === null ? `rep ${place.rep ?? ''}` : `deal ${place.deal}`;
}

/** What words have that those before did not: their end where they go on from those, else all of them. */
function newIn(words: string, before: string): string {
  return words.startsWith(before) ? words.slice(before.length) : words;
}

/** Why these words cannot be a note, or null where they can. Too long is refused, never cut. */
export function whyNoNote(text: string): Refusal | null {
  if (text.trim() === '') return 'nothing-written';
  return text.length > NOTE_LIMIT ? 'too-long' : null;
}

interface Needs {
  client: Client;
  later: Later;
  toast: ToastModel;
  /** Told when a draft is known to be kept: what was asked before may not hold it. */
  draftKept?: () => void;
}

/**
 * The box in which a note is written. What is typed belongs to the place it was typed at: a change of place takes that
 * place's own draft into the box and never carries words from one to another.
 */
export const NoteBox = createModel(({ client, later, toast, draftKept }: Needs) => {
  const place = signal<NotePlace | null>(null);
  const text = signal('');
  const privacy = signal<Privacy>('private');
  const kind = signal<NoteKind>('note');
  const asked = signal<PromptId | null>(null);
  const promise = signal<PromiseTerms>(TERMS_START);
  const busy = signal(false);
  const problem = signal<Refusal | null>(null);
  /** The cursor is wanted in the box: somebody came to write. */
  const cursor = signal(false);
  /** The words in the box as they were last the same here and in the store. */
  let common = '';
  /** What was typed and is not known to be kept, by place. */
  const typed = new Map<string, Draft>();
  /** One command after another: a draft sent again late must not come after the note that it became. */
  let queue: Promise<unknown> = Promise.resolve();
  let cancel = () => {};
  let being: Draft | null = null;
  /** Notes that were not said to be kept and yet may have been, by place: tried again, they go by the same operation. */
  const tried = new Map<string, { words: string; operation: OperationId }>();

  const operationOf = (sent: Draft): OperationId => {
    const key = placeKey(sent.place);
    // Whose deal it is may have become known meanwhile: it is the same note all the same.
    const words = JSON.stringify({ ...sent, place: key });
    const before = tried.get(key);
    if (before?.words === words) return before.operation;
    const operation = client.newId();
    tried.set(key, { words, operation });
    return operation;
  };
  const inTurn = <T>(run: () => Promise<T>): Promise<T> => {
    const done = queue.then(run);
    queue = done.catch(() => undefined);
    return done;
  };
  const sendDraft = async (draft: Draft) => {
    const key = placeKey(draft.place);
    const answer = await client.command('keepDraft', draft);
    if (answer.ok && typed.get(key) === draft) typed.delete(key);
    if (answer.ok && isAt(draft.place)) common = draft.text;
    if (answer.ok) draftKept?.();
  };
  const flush = () => {
    cancel();
    cancel = () => {};
    for (const draft of typed.values())
      void inTurn(() => (isStill(draft) ? sendDraft(draft) : Promise.resolve()));
  };
  const isAt = (other: NotePlace) =>
    place.peek() !== null && placeKey(place.peek() ?? other) === placeKey(other);
  const isStill = (draft: Draft) => typed.get(placeKey(draft.place)) === draft;
  const isBeingKept = (draft: Draft) =>
    busy.peek() && being !== null && placeKey(draft.place) === placeKey(being.place);
  const written = (at: NotePlace): Draft => ({
    place: at,
    text: text.value,
    privacy: privacy.value,
    kind: kind.value,
    // Where the question was rubbed out, the note is no answer to it.
    asked: text.value.trim() === '' ? null : asked.value,
    promise: kind.value === 'promise' ? promise.value : null,
  });
  const remember = () => {
    if (place.value === null) return;
    typed.set(placeKey(place.value), written(place.value));
    cancel();
    cancel = later(DRAFT_AFTER, flush);
  };
  const fill = (draft: Draft | null) => {
    text.value = draft?.text ?? '';
    common = text.peek();
    privacy.value = draft?.privacy ?? 'private';
    kind.value = draft?.kind ?? 'note';
    asked.value = draft?.asked ?? null;
    promise.value = draft?.promise ?? TERMS_START;
  };
  const leave = () => {
    flush();
    place.value = null;
    problem.value = null;
    fill(null);
  };

  return {
    place,
    text,
    privacy,
    kind,
    promise,
    busy,
    problem,
    cursor,
    /** The screen shows this place, with the draft that the store holds for it. */
    enter: (next: NotePlace, draft: Draft | null) => {
      const same = place.value !== null && placeKey(place.value) === placeKey(next);
      if (same) {
        if (place.value?.rep !== next.rep) place.value = next;
        return;
      }
      leave();
      place.value = next;
      fill(typed.get(placeKey(next)) ?? draft);
    },
    /** No place is certain: the box is gone, its words wait with the place they were typed at. */
    leave,
    /** Another panel wrote at this place, or kept a note there. Words that only this box has yet stay in it. */
    receive: (draft: Draft) => {
      if (!isAt(draft.place) || busy.peek()) return;
      if (!typed.has(placeKey(draft.place))) return fill(draft);
      const added = newIn(draft.text, common);
      common = draft.text;
      if (added.trim() !== '' && !text.peek().includes(added)) text.value = `${text.peek()}\n${added}`;
      remember();
    },
    write: (next: string) => {
      text.value = next;
      problem.value = null;
      remember();
    },
    choose: (next: Privacy) => {
      privacy.value = next;
      remember();
    },
    turn: (next: NoteKind) => {
      kind.value = next;
      remember();
    },
    /** Who promises, and by when. */
    promises: (next: PromiseTerms) => {
      promise.value = next;
      remember();
    },
    /** Puts a question into the box: its words after what stands there, and the answer is typed below. */
    ask: (prompt: PromptId, question: string) => {
      const before = text.value.trimEnd();
      text.value = before === '' ? `${question}\n` : `${before}\n${question}\n`;
      asked.value = prompt;
      cursor.value = true;
      problem.value = null;
      remember();
    },
    wantCursor: () => {
      cursor.value = true;
    },
    /** The cursor stands there now. */
    hasCursor: () => {
      cursor.value = false;
    },
    flush,
    /** Everything was erased: what was typed goes with it, and is sent nowhere. */
    forget: () => {
      typed.clear();
      tried.clear();
      leave();
    },
    /** The page is being left: what is not sent yet goes at once, past the queue. What is being kept needs no draft. */
    leavePage: () => {
      for (const draft of typed.values()) if (!isBeingKept(draft)) void sendDraft(draft);
    },
    /** Keeps the note. Refused, the words stay. */
    keep: async () => {
      const at = place.value;
      if (at === null || busy.value) return;
      const sent = written(at);
      const unfit = whyNoNote(sent.text);
      if (unfit !== null) return void (problem.value = unfit);
      cancel();
      toast.clear();
      busy.value = true;
      being = sent;
      problem.value = null;
      const answer = await inTurn(() => client.command('keepNote', sent, operationOf(sent)));
      const stillHere = () => isAt(at);
      busy.value = false;
      if (!answer.ok) {
        if (stillHere()) problem.value = answer.refusal;
        return flush();
      }
      tried.delete(placeKey(at));
      const waiting = typed.get(placeKey(at));
      if (waiting?.text === sent.text) typed.delete(placeKey(at));
      if (stillHere() && text.peek() === sent.text) fill(null);
      else if (waiting !== undefined) flush();
      const { id } = answer.value.note;
      toast.show('kept', () => void takeBack(id, sent));
    },
  };

  /** Undo of "Kept": the note goes, its words come back into the box where it stands empty at the same place. */
  async function takeBack(id: string, sent: Draft): Promise<void> {
    const answer = await client.command('removeNote', { id });
    const at = place.peek();
    if (!answer.ok) return void (problem.value = answer.refusal);
    if (at === null || placeKey(at) !== placeKey(sent.place) || text.peek() !== '') return;
    fill(sent);
    remember();
  }
});
export type NoteBoxModel = InstanceType<typeof NoteBox>;
