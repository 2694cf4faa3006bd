export { BUILT_PAGE, type BuiltPage, loadBuiltPage } from './built-page.ts';
export { ensurePage } from './ensure-page.ts';
