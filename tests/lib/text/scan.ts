import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';

/** Looks through source files for words that a user would see, and for the keys of words that are used. */

export const ROOT = join(import.meta.dirname, '../../..');

/** All TypeScript files under these folders, by their path inside the repository. */
export function sources(...folders: string[]): { path: string; text: string }[] {
  return folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
      .filter((name) => /\.tsx?$/.test(name))
      .map((name) => ({ path: join(folder, name), text: readFileSync(join(ROOT, folder, name), 'utf8') })),
  );
}

const SPOKEN = new Set([
  'aria-label',
  'title',
  'placeholder',
  'alt',
  'label',
  'aria-description',
  'aria-roledescription',
]);
/** Text that is no word in any language: the names of keys. */
const SAID = /\p{L}{2,}/u;
const KEYS = /^[A-Z][a-z]*(\+[A-Z][a-z]*)+$/;
/** Two words and a space between them: class names and selectors look so, too, so it is asked where they stand. */
const SENTENCE = /\p{L}{2,}\s+\p{L}{2,}/u;
/** Where no element is made, styles are: there only what begins or ends as a sentence does is taken for one. */
const CAPITAL_OR_STOP = /^\s*\p{Lu}|[.?!…]\s*$/u;
const SHOWN_PROPERTY = /\.(textContent|innerText|title|placeholder|ariaLabel|alt)$/;

/** Words in this file that do not come from lib/text: "line: words". */
export function wordsIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kindOf(path));
  const found: string[] = [];
  const report = (node: ts.Node, words: string) => {
    const { line } = file.getLineAndCharacterOfPosition(node.getStart(file));
    found.push(`${path}:${line + 1}: ${words.trim()}`);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isJsxText(node) && SAID.test(node.text) && !KEYS.test(node.text.trim())) report(node, node.text);
    for (const words of literal(node)) if (isShown(node) || isSentence(node, words)) report(node, words);
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}

function kindOf(path: string): ts.ScriptKind {
  return path.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
}

function literal(node: ts.Node): string[] {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return SAID.test(node.text) ? [node.text] : [];
  if (!ts.isTemplateExpression(node)) return [];
  const parts = [node.head.text, ...node.templateSpans.map((span) => span.literal.text)];
  return parts.filter((part) => SAID.test(part));
}

/** Whether a literal is a child of an element, or one of the attributes that are read out. */
function isShown(node: ts.Node): boolean {
  let at = node.parent;
  if (ts.isBinaryExpression(at) && at.right === node && SHOWN_PROPERTY.test(at.left.getText())) return true;
  while (ts.isConditionalExpression(at) || ts.isParenthesizedExpression(at) || ts.isBinaryExpression(at)) {
    if (ts.isConditionalExpression(at) && at.condition === node) return false;
    if (ts.isBinaryExpression(at) && isComparison(at)) return false;
    at = at.parent;
  }
  if (ts.isJsxAttribute(at)) return SPOKEN.has(at.name.getText());
  if (!ts.isJsxExpression(at)) return false;
  return ts.isJsxAttribute(at.parent) ? SPOKEN.has(at.parent.name.getText()) : true;
}

function isComparison(node: ts.BinaryExpression): boolean {
  const { kind } = node.operatorToken;
  return (
    kind === ts.SyntaxKind.EqualsEqualsEqualsToken || kind === ts.SyntaxKind.ExclamationEqualsEqualsToken
  );
}

/** Whether a literal is a sentence that is passed on somewhere: not a class name, an import, an error for developers. */
function isSentence(node: ts.Node, words: string): boolean {
  if (!SENTENCE.test(words)) return false;
  if (node.getSourceFile().fileName.endsWith('.ts') && !CAPITAL_OR_STOP.test(words)) return false;
  for (let at: ts.Node | undefined = node.parent; at !== undefined; at = at.parent) {
    if (ts.isImportDeclaration(at)) return false;
    if (ts.isBinaryExpression(at) && isComparison(at)) return false;
    if (ts.isCallExpression(at) && at.expression.getText().startsWith('console.')) return false;
    if (ts.isJsxAttribute(at)) return at.name.getText() !== 'class';
    if (ts.isNewExpression(at) && at.expression.getText() === 'Error') return false;
    if (
      ts.isCallExpression(at) &&
      /\.(includes|matches|querySelector\w*|closest)$/.test(at.expression.getText())
    )
      return false;
  }
  return true;
}

/** All strings of this file, each template as a pattern in which `*` stands for what is filled in. */
export function stringsIn(path: string, text: string): string[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kindOf(path));
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push(node.text);
    if (ts.isTemplateExpression(node)) {
      found.push([node.head.text, ...node.templateSpans.map((span) => `*${span.literal.text}`)].join(''));
    }
    node.forEachChild(visit);
  };
  visit(file);
  return found;
}
