export { type DataFiles, type Row, readTable, splitList } from './data-files.ts';
