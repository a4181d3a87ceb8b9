import type { FileRefusal } from './transfer';

/** Why something was refused. The words for each are in lib/text. */
export type Refusal =
  | 'not-allowed'
  | 'not-understood'
  | 'nothing-written'
  | 'too-long'
  | 'edited-meanwhile'
  | 'page-moved-on'
  /** Several people have this name. */
  | 'several-people'
  /** The browser did not let the page be described. */
  | 'page-not-told'
  /** Said by the panel itself: the page covers it. */
  | 'covered'
  | 'not-found'
  | 'not-granted'
  | 'not-a-site'
  | 'clock-ahead'
  | 'newer-database'
  | 'not-saved'
  | 'storage'
  /** A file is being taken in, or everything erased. */
  | 'busy'
  /** A file is taken in only where nothing is kept. */
  | 'not-empty'
  /** Two sites that were to be joined are two CRMs. */
  | 'two-sites'
  /** Of a deal on both it is still asked whether it is the same. */
  | 'in-doubt'
  /** The import was cut short, and all of it taken back. */
  | 'interrupted'
  /** Said by the export, after its last try: something was kept each time. */
  | 'kept-meanwhile'
  | FileRefusal
  /** Said by the client, after its last retry. */
  | 'no-answer';
