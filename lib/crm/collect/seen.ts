import {
  both,
  isDoubtful,
  isOtherRecord,
  showsStill,
  startOf,
  tieOf,
  unmovedFields,
  without,
  type History,
} from './agree';
import { namesIn } from './fields';
import type { Look, Nodes } from './look';
import { hasFields } from './shown';

/** A look older than this says nothing about what was on screen when the address changed. Milliseconds. */
const FRESH = 1_200;

/**
 * What a watch has seen so far, as the rules of agree.ts are told it. Any value that stood on screen for another record
 * joins `history.before`: where it still stands there when the right record has come, it is not sure.
 */
export class Seen {
  readonly history: History;
  last: { look: Look; at: number } | null = null;
  /** The last record on screen, whatever the address said. */
  private record: Nodes = {};
  /** What had come between the last look and the move: of the new record, as long as no other comes before it is read. */
  private justAhead: Nodes = {};

  constructor(startedLate: boolean) {
    this.history = startOf(startedLate);
  }

  get noRecord(): boolean {
    return Object.keys(this.record).length === 0;
  }

  /** Whether the last record has left the screen. */
  hasLeft(look: Look): boolean {
    return this.noRecord || !showsStill(this.record, look.nodes);
  }

  /** Takes in a look. Another record than at the one before may have come to the same address. */
  keep(look: Look, at: number): void {
    if (this.last !== null && this.last.look.evidence.recordId !== look.evidence.recordId)
      this.distrust(this.lastRecord());
    this.last = { look, at };
  }

  /** Takes in a look at a record. @param needed as `quietNeeded` says of it */
  keepRecord(look: Look, needed: number | null): void {
    this.nowOnScreen(look.nodes);
    const isOther = isOtherRecord(this.justAhead, look.nodes);
    if (isOther) this.distrust(both(this.justAhead, this.history.before));
    if (isOther || this.history.changes === 0) this.justAhead = {};
    if (isDoubtful(look, needed, this.history)) this.distrust(look.nodes);
  }

  /**
   * Takes in a look right after the address has changed. What was there before is what is there now, unless it is another
   * record than at the last look, which is fresh: a record may be drawn just ahead of its address.
   */
  keepAtMove(look: Look, at: number): void {
    const { last } = this;
    this.last = { look, at };
    this.nowOnScreen(look.nodes);
    const isFresh = last !== null && at - last.at <= FRESH;
    if (isFresh) this.distrust(last.look.nodes);
    const tie = tieOf(look.evidence);
    const isStill = tie === 'other' || (tie === 'none' && isFresh && showsStill(last.look.nodes, look.nodes));
    if (!isFresh || isStill) this.distrust(look.nodes);
    this.justAhead = without(look.nodes, unmovedFields(this.history.before, look.nodes));
  }

  /**
   * Takes in a look after a time without any: what was drawn meanwhile may be left over from a record that none has seen.
   * The same values may stand on other nodes by now; there they are as sure as they were.
   */
  keepAfterBreak(look: Look, at: number): void {
    const then = this.lastRecord();
    const isSame = look.signature === this.last?.look.signature;
    const unsure = unmovedFields(this.history.before, then);
    const sure = isSame
      ? namesIn(look.nodes).filter((name) => !unsure.includes(name))
      : unmovedFields(then, look.nodes);
    this.distrust(without(look.nodes, sure));
    this.keep(look, at);
  }

  /** What the last look found of a record is not sure any more. */
  distrustLast(): void {
    this.distrust(this.lastRecord());
  }

  private nowOnScreen(nodes: Nodes): void {
    if (Object.keys(nodes).length > 0) this.record = nodes;
  }

  private distrust(nodes: Nodes): void {
    this.history.before = { ...this.history.before, ...nodes };
  }

  private lastRecord(): Nodes {
    // A list seeks what is left of a record only when it is asked, and would find what has come since.
    return this.last !== null && hasFields(this.last.look.page) ? this.last.look.nodes : {};
  }
}
