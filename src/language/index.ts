export { type LanguageModels, loadLanguageModels } from './models.ts';
export { findQuotations } from './quotations.ts';
export { type ParsedWord, parseTokens, readLanguage, tokeniseOnly } from './read-language.ts';
