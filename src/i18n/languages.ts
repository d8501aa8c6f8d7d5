/** The supported languages, each by its ISO 639-1 code. To add one, add its folder and its line here. */
export { da } from './da/language.ts'
export { en } from './en/language.ts'
export { id } from './id/language.ts'
export { ro } from './ro/language.ts'
export { sv } from './sv/language.ts'
