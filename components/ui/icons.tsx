import type { ComponentType } from 'preact';
import {
  ArrowLeft,
  ChevronDown,
  ChevronRight,
  CircleAlert,
  CircleQuestionMark,
  Ellipsis,
  Eye,
  EyeOff,
  FileSpreadsheet,
  HardDrive,
  Lock,
  PanelRight,
  PenLine,
  ScanText,
  Search,
  Settings2,
  StickyNote,
  Users,
  type LucideProps,
} from 'lucide-preact';

const ICONS = {
  back: ArrowLeft,
  open: ChevronDown,
  into: ChevronRight,
  problem: CircleAlert,
  look: CircleQuestionMark,
  menu: Ellipsis,
  computer: HardDrive,
  covered: EyeOff,
  shown: Eye,
  find: Search,
  notes: StickyNote,
  file: FileSpreadsheet,
  private: Lock,
  panel: PanelRight,
  write: PenLine,
  reading: ScanText,
  settings: Settings2,
  people: Users,
} satisfies Record<string, ComponentType<LucideProps>>;

export type IconName = keyof typeof ICONS;

/** An icon in the colour of the words beside it, hidden from readers: the words say it. */
export function Icon({ name }: { name: IconName }) {
  const Shape = ICONS[name];
  return <Shape class="icon" />;
}

/** The mark of Sideline: a line, and a person beside it. */
export function Mark() {
  return (
    <svg class="icon" viewBox="0 0 24 24" aria-hidden="true">
      <path d="M5 3v18" />
      <circle cx="14" cy="8.5" r="3.5" />
      <path d="M9 20c0-3.2 2.2-5.5 5-5.5s5 2.3 5 5.5" />
    </svg>
  );
}
