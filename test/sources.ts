/** The project's own sources as the compiler reads them: what every file imports, and where it breaks the house rules. */
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import {
  isAsExpression,
  isCallExpression,
  isClassDeclaration,
  isExportAssignment,
  isExportDeclaration,
  isImportDeclaration,
  isImportTypeNode,
  isLiteralTypeNode,
  isPropertyAccessExpression,
  isStringLiteral,
  isTypeReferenceNode,
  isVariableDeclaration,
  ModifierFlags,
  type Node,
  type SourceFile,
  SyntaxKind,
} from 'typescript/unstable/ast'
import { API } from 'typescript/unstable/sync'

export const ROOT = resolve(import.meta.dirname, '..')

export interface Source {
  /** From the project's folder, such as `src/app.ts`. */
  path: string
  text: string
  /** Paths of the project's files, names of packages and Node modules, including type imports and `import()`. */
  imports: string[]
  /** Which forbidden or noteworthy things are in it, each with its line. */
  found: { what: Finding; line: number }[]
}

export type Finding =
  | 'any'
  | 'as'
  | 'Object.assign'
  | 'unchecked JSON'
  | 'non-null'
  | 'default export'
  | 'enum'
  | 'class'
  | 'async'
  | 'process.env'
  | 'clock'
  | 'random'
  | 'computed import'
  | 'long function'

/** All TypeScript files of a project. */
export function readSources(root: string = ROOT): Source[] {
  const api = new API({ cwd: root })
  try {
    const config = join(root, 'tsconfig.json')
    const project = api.updateSnapshot({ openProjects: [config] }).getProject(config)
    if (!project) throw new Error(`the compiler does not open ${config}`)
    return project.rootFiles.map((file) => {
      const source = project.program.getSourceFile(file)
      if (!source) throw new Error(`the compiler does not read ${file}`)
      return sourceOf(relative(root, file), source)
    })
  } finally {
    api.close()
  }
}

function sourceOf(path: string, file: SourceFile): Source {
  const source: Source = { path, text: file.text, imports: [], found: [] }
  const add = (what: Finding, node: Node) =>
    source.found.push({ what, line: file.text.slice(0, node.getStart(file)).split('\n').length })
  const visit = (node: Node): void => {
    const specifier = specifierOf(node)
    if (specifier !== undefined) source.imports.push(importOf(path, specifier))
    for (const what of findingsIn(node)) add(what, node)
    if (isLongFunction(node, file)) add('long function', node)
    node.forEachChild((child) => visit(child))
  }
  visit(file)
  return source
}

const FUNCTIONS: readonly SyntaxKind[] = [
  SyntaxKind.FunctionDeclaration,
  SyntaxKind.FunctionExpression,
  SyntaxKind.ArrowFunction,
  SyntaxKind.MethodDeclaration,
]
const LONGEST_FUNCTION = 60

function isLongFunction(node: Node, file: SourceFile): boolean {
  if (!FUNCTIONS.includes(node.kind)) return false
  return file.text.slice(node.getStart(file), node.end).split('\n').length > LONGEST_FUNCTION
}

function specifierOf(node: Node): string | undefined {
  if (isImportDeclaration(node) || isExportDeclaration(node)) {
    return node.moduleSpecifier && isStringLiteral(node.moduleSpecifier)
      ? node.moduleSpecifier.text
      : undefined
  }
  if (isImportTypeNode(node) && isLiteralTypeNode(node.argument) && isStringLiteral(node.argument.literal))
    return node.argument.literal.text
  if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword) {
    const [argument] = node.arguments
    return argument && isStringLiteral(argument) ? argument.text : undefined
  }
  return undefined
}

function importOf(path: string, specifier: string): string {
  if (specifier.startsWith('.')) return relative(ROOT, resolve(ROOT, dirname(path), specifier))
  if (specifier.startsWith('node:')) return specifier
  const [scope = '', name = ''] = specifier.split('/')
  return scope.startsWith('@') ? `${scope}/${name}` : scope
}

const BY_KIND: Partial<Record<SyntaxKind, Finding>> = {
  [SyntaxKind.AnyKeyword]: 'any',
  [SyntaxKind.NonNullExpression]: 'non-null',
  [SyntaxKind.TypeAssertionExpression]: 'as',
  [SyntaxKind.EnumDeclaration]: 'enum',
  [SyntaxKind.AsyncKeyword]: 'async',
  [SyntaxKind.AwaitExpression]: 'async',
}

function findingsIn(node: Node): Finding[] {
  const byKind = BY_KIND[node.kind]
  if (byKind) return [byKind]
  if (isAsExpression(node)) return isConst(node.type) ? [] : ['as']
  if (isExportAssignment(node)) return ['default export']
  if (isClassDeclaration(node)) return isError(node) ? [] : ['class']
  if (isCallExpression(node) && node.expression.kind === SyntaxKind.ImportKeyword)
    return specifierOf(node) === undefined ? ['computed import'] : []
  if (isCallExpression(node) && node.expression.getText() === 'JSON.parse')
    return isTakenAsUnknown(node.parent) ? [] : ['unchecked JSON']
  if (isPropertyAccessExpression(node)) return memberFindings(node.getText())
  if ('modifierFlags' in node && Number(node.modifierFlags) & ModifierFlags.Default) return ['default export']
  return []
}

function isConst(type: Node): boolean {
  return isTypeReferenceNode(type) && type.getText() === 'const'
}

/** `JSON.parse` gives `any`, which fits every type: it has to be looked at as `unknown` first. */
function isTakenAsUnknown(place: Node): boolean {
  return isVariableDeclaration(place) && place.type?.kind === SyntaxKind.UnknownKeyword
}

function isError(node: Node): boolean {
  return /\bextends (\w*Error|Error)\b/.test(node.getText().split('{')[0] ?? '')
}

const MEMBERS: Record<string, Finding> = {
  // Its result fits any type that the first object fits.
  'Object.assign': 'Object.assign',
  'process.env': 'process.env',
  'Date.now': 'clock',
  'performance.now': 'clock',
  'Math.random': 'random',
}

function memberFindings(text: string): Finding[] {
  const found = MEMBERS[text]
  return found ? [found] : []
}

export interface Script {
  path: string
  imports: string[]
}

/** Scripts that are read as they are: the command's first file and those of the page. */
export function readScripts(): Script[] {
  return globSync('src/**/*.{js,html}', { cwd: ROOT }).map((path) => {
    const text = readFileSync(join(ROOT, path), 'utf8')
    const specifiers = [...text.matchAll(/(?:from |import\(|import )'(\.[^']+)'/g)].map(
      ([, name]) => name ?? '',
    )
    const served = [...text.matchAll(/(?:src|href)="\/page\/([^"]+)"/g)].map(([, name]) => `./${name}`)
    return { path, imports: [...specifiers, ...served].map((specifier) => importOf(path, specifier)) }
  })
}
